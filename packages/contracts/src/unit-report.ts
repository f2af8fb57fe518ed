import { z } from 'zod';
import { day, id, localText, moment, paragraph, printable } from './text.ts';
import { unit } from './unit.ts';

/** In addresses; years before 2019 have no form. */
export const reportYear = z.coerce.number().int().min(1900).max(2100);

export const reportForm = z.enum(['v2019', 'v2021']);
export const reportTable = z.enum(['table2', 'table3', 'table4']);
const sectionNumber = z.enum(['1', '2', '3', '4', '5', '6']);

/** More than any government counts or collects. */
const most = 1e12;
const cell = z.number().min(-most).max(most).nullable();
/** Rows by their keys in the form; a cell that is null is blank, which is no 0. */
const rows = z.record(z.string().max(32), z.array(cell).max(7));
const words = printable.check(z.maxLength(200_000));

/** What a report says: the tables and the text of `docs/annual-report.md`. */
export const reportContent = z.object({
  title: printable.check(z.maxLength(500)).optional(),
  preamble: words.optional(),
  amountUnit: printable.check(z.maxLength(16)).optional(),
  table2: rows,
  table3: rows,
  table4: rows,
  text: z.partialRecord(sectionNumber, words),
});
export type ReportContent = z.infer<typeof reportContent>;

/** Where the report is published and since when, as the unit declares; null where it has not said. */
const publication = {
  url: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .nullable(),
  publishedOn: day.nullable(),
};

export const reportDraftWrite = z.object({
  /** 0 where nothing was written yet. */
  expectedRevision: z.number().int().min(0),
  content: reportContent,
  ...publication,
});
export type ReportDraftWrite = z.infer<typeof reportDraftWrite>;

const cellPlace = z.object({ table: reportTable, row: z.string(), column: z.number().int() });

/** What a check found at one place, in the reader's language. */
export const reportFinding = z.object({
  check: z.string(),
  status: z.enum(['pass', 'fail', 'warning', 'undecidable']),
  where: z.string(),
  cells: z.array(cellPlace),
  message: z.string(),
});
export type ReportFinding = z.infer<typeof reportFinding>;

export const reportSummary = z.object({
  pass: z.number().int(),
  fail: z.number().int(),
  warning: z.number().int(),
  undecidable: z.number().int(),
});
export type ReportSummary = z.infer<typeof reportSummary>;

/** Something of a file that could not be read, or not as it stands. */
export const unreadPart = z.object({
  place: localText.nullable(),
  cell: cellPlace.nullable(),
  message: z.string(),
});

/** A file that a report was read out of. */
export const reportSource = z.object({
  filename: z.string(),
  size: z.number().int(),
  sha256: z.string(),
  readAt: moment,
  unread: z.array(unreadPart),
});

/** A file as it was read: nothing of it counts before somebody has looked at it and taken it over. */
export const reportReading = reportSource.extend({
  content: reportContent,
  /** Where in the file each cell was found. */
  found: z.array(cellPlace.extend({ place: localText, text: z.string() })),
});
export type ReportReading = z.infer<typeof reportReading>;

/** The days that the report of a year is due on. */
export const reportDue = z.object({
  statutory: day,
  /** Set by the place, for handing in. */
  local: day.nullable(),
});

const versionFacts = z.object({
  version: z.number().int(),
  how: z.enum(['typed', 'upload']),
  /** Whether something was changed after the file was read. */
  edited: z.boolean(),
  source: reportSource.nullable(),
  ...publication,
  reason: z.string(),
  filedAt: moment,
  filedBy: z.string(),
});
export type ReportVersionFacts = z.infer<typeof versionFacts>;

/** A report as it was filed, with what the checks find. */
export const reportVersion = versionFacts.extend({
  unit,
  year: z.number().int(),
  form: reportForm,
  content: reportContent,
  findings: z.array(reportFinding),
  summary: reportSummary,
});
export type ReportVersion = z.infer<typeof reportVersion>;

/** The report of a unit for a year, as somebody may look at it. */
export const unitReport = z.object({
  unit,
  year: z.number().int(),
  form: reportForm,
  due: reportDue,
  /** Of a year before all that assessments judge: kept to be compared with, never late. */
  archive: z.boolean(),
  /** The day that lateness is counted for. */
  today: day,
  /** Null for those who read only what was filed. */
  draft: z
    .object({
      content: reportContent,
      ...publication,
      revision: z.number().int(),
      updatedAt: moment.nullable(),
      updatedBy: z.string().nullable(),
      source: reportSource.nullable(),
      /** Whether it says something that is not filed. */
      differs: z.boolean(),
    })
    .nullable(),
  reading: reportReading.nullable(),
  /** Newest first. */
  versions: z.array(versionFacts),
  /** The unit's report of the year before, that the checks compare with. */
  previous: z.object({ year: z.number().int(), form: reportForm, content: reportContent }).nullable(),
  writable: z.boolean(),
  /** Whether filing again asks for a reason: the day has passed. */
  needsReason: z.boolean(),
});
export type UnitReport = z.infer<typeof unitReport>;

export const readingAdoption = z.object({
  expectedRevision: z.number().int().min(0),
  sha256: z.string().length(64),
});
export const reportFiling = z.object({ expectedRevision: z.number().int().min(0), reason: paragraph });

/** How the report of a unit stands. */
export const unitReportStand = z.object({
  unit,
  due: reportDue,
  /** `not-obliged`: the unit need not report. */
  state: z.enum(['not-obliged', 'none', 'draft', 'filed']),
  /** Of the newest version. */
  filed: z
    .object({
      version: z.number().int(),
      /** When the first one was filed. */
      firstAt: moment,
      at: moment,
      how: z.enum(['typed', 'upload']),
      ...publication,
      summary: reportSummary,
    })
    .nullable(),
  /** Days after the day of the place, and after the law's; 0 where it is in time, null where neither is known. */
  late: z.object({ local: z.number().int().nullable(), statutory: z.number().int().nullable() }),
  writable: z.boolean(),
});
export type UnitReportStand = z.infer<typeof unitReportStand>;

export const unitReportList = z.object({
  year: z.number().int(),
  /** Years that may be asked for, newest first. */
  years: z.array(z.number().int()),
  today: day,
  /** The year lies before all that assessments judge: its reports are there to be compared with, and nobody is late. */
  archive: z.boolean(),
  units: z.array(unitReportStand),
  terms: z.object({ county: day.nullable(), department: day.nullable() }),
  /** Whether the person oversees the units: reminds them and sets the days. */
  oversees: z.boolean(),
  maySetTerms: z.boolean(),
});
export type UnitReportList = z.infer<typeof unitReportList>;

/** Days of the place for a year's reports; null for none. */
export const reportTerms = z.object({ county: day.nullable(), department: day.nullable() });

export const reportReminder = z.object({
  year: z.number().int().min(2019).max(2100),
  unitIds: z.array(id).min(1).max(2000),
  text: paragraph,
});
export const reportYearQuery = z.object({ year: reportYear.optional() });
export const versionNumber = z.coerce.number().int().min(1);
