import { z } from 'zod';
import { day, localText, moment, paragraph, printable } from './text.ts';

/** A year that there is a statutory form for. */
export const cityReportYear = z.coerce.number().int().min(2019).max(2100);

/** Cells of one row, in the order of the form; null is blank. */
const cells = z.array(z.number().min(-1e12).max(1e12).nullable()).max(7);
const rows = z.record(z.string().max(24), cells);
/** As it is typed, to the letter: figures stand in it as `{{unit C01 total}}`. */
const sectionText = printable.check(z.maxLength(50_000));

/** The six sections 一 to 六. */
export const sectionTexts = z.object({
  1: sectionText,
  2: sectionText,
  3: sectionText,
  4: sectionText,
  5: sectionText,
  6: sectionText,
});

/** How a table came to be filled in from the departments' reports. */
const summedNote = z.object({
  at: moment,
  /** Reports that were added up. */
  filed: z.number().int(),
  /** Names of departments whose reports were missing. */
  missing: z.array(z.string().max(200)).max(500),
});
export type SummedNote = z.infer<typeof summedNote>;

/** What people write of the city's annual report. */
export const cityReportContent = z.object({
  /** The government whose report it is; the title begins with it. */
  authority: printable.check(z.maxLength(100)),
  text: sectionTexts,
  table2: rows,
  table3: rows,
  table4: rows,
  /** Finding of a strong check → why it stands; see `explainable`. */
  explanations: z.record(z.string().max(200), printable.check(z.maxLength(1000))),
  /** Table → that it was filled in with what the departments' reports add up to, and whose were missing then. */
  summed: z.partialRecord(z.enum(['table2', 'table3', 'table4']), summedNote).default({}),
});
export type CityReportContent = z.infer<typeof cityReportContent>;

/** A publication of results that figures are taken from. */
export const figureSource = z.object({
  slug: z.string(),
  version: z.number().int(),
  sha256: z.string(),
});

export const figureBinding = z.object({ value: z.string(), source: figureSource });

/** A figure that may be put into a text. */
export const reportFigure = z.object({
  /** Names it in texts: `{{key}}`. */
  key: z.string(),
  label: localText,
  /** As it is printed. */
  value: z.string(),
});
export type ReportFigure = z.infer<typeof reportFigure>;

export const cityReportVersion = z.object({
  year: z.number().int(),
  version: z.number().int(),
  title: z.string(),
  publishedAt: moment,
  sha256: z.string(),
  reason: z.string(),
  demonstration: z.boolean(),
  current: z.boolean(),
});
export type CityReportVersion = z.infer<typeof cityReportVersion>;

/** Tables of a report on its own, as last year's are compared with this year's. */
export const reportTables = z.object({ table2: rows, table3: rows, table4: rows });

/** A report of the year before that was published elsewhere and taken from its file, to be compared with. */
export const cityReportArchive = z.object({
  publishedOn: day,
  filename: z.string(),
  sha256: z.string(),
  /** Numbers that are in its tables, and places of a document that could not be read. */
  cells: z.number().int(),
  unread: z.number().int(),
});
export type CityReportArchive = z.infer<typeof cityReportArchive>;

/** The city's annual report as it is being written. */
export const cityReport = z.object({
  year: z.number().int(),
  form: z.enum(['v2019', 'v2021']),
  /** 0 before anything was kept. */
  revision: z.number().int(),
  savedAt: moment.nullable(),
  savedBy: z.string().nullable(),
  demonstration: z.boolean(),
  content: cityReportContent,
  bindings: z.record(z.string(), figureBinding),
  /** The newest publication of the year; null while nothing is published. */
  source: figureSource.extend({ title: z.string(), publishedAt: moment }).nullable(),
  /** What that publication offers, and what is compared with the text. */
  figures: z.array(reportFigure),
  /** The passage for 监督保障, its figures as tokens; empty while nothing is published. */
  passage: z.string(),
  /** Last year's report of the city: as it was published here, else as it was taken from its file (`archive`). */
  previous: reportTables
    .extend({
      year: z.number().int(),
      form: z.enum(['v2019', 'v2021']),
      archive: cityReportArchive.nullable(),
    })
    .nullable(),
  versions: z.array(cityReportVersion),
});
export type CityReport = z.infer<typeof cityReport>;

const expectedRevision = z.number().int().min(0);
export const cityReportChange = z.object({ expectedRevision, content: cityReportContent });

/** Binds figures to what is published now; `keys` none: all that are stale. */
export const figureRenewal = z.object({
  expectedRevision,
  keys: z.array(z.string().max(120)).max(2000).nullable(),
});

export const newCityReportPublication = z.object({
  expectedRevision,
  /** Needed for a correction: any version after the first. */
  reason: paragraph.default(''),
});

/** A published annual report. */
export const publishedCityReport = cityReportVersion.extend({
  /** The page's text: escaped HTML, a part of a page. */
  html: z.string(),
  versions: z.array(cityReportVersion),
});
export type PublishedCityReport = z.infer<typeof publishedCityReport>;

export const cityReportPreview = z.object({ html: z.string() });

/** True of a finding that an explanation lets stand. */
export const explainable = (check: string): boolean => check === 'S1' || check === 'S2';

/** Names a finding among the explanations. */
export const explanationKey = ({ check, where }: { check: string; where: string }): string =>
  `${check} ${where}`.slice(0, 200);

interface CheckedFinding {
  readonly check: string;
  readonly status: string;
  readonly code: string;
  readonly where: string;
}

/** What is said of a finding that an explanation lets stand; empty where nothing is, or nothing can be. */
export const explanationOf = (
  finding: CheckedFinding,
  explanations: Readonly<Record<string, string>>,
): string =>
  finding.status === 'fail' && explainable(finding.check)
    ? (explanations[explanationKey(finding)] ?? '').trim()
    : '';

/**
 * True of a finding that keeps the city's report from being published: a contradiction that nobody explains, or a blank cell
 * that an equation needs.
 */
export function blocksReport(
  finding: CheckedFinding,
  explanations: Readonly<Record<string, string>>,
): boolean {
  const { check, status, code } = finding;
  const isHard = check.startsWith('H');
  if (isHard && status === 'undecidable') return code === 'blank-cells';
  if (status !== 'fail' || !(isHard || check.startsWith('S'))) return false;
  return explanationOf(finding, explanations) === '';
}

const namedUnit = z.object({ code: z.string(), name: localText });
const summedTable = z.object({
  rows,
  /** Cells that some report leaves blank: they have no sum. */
  blanks: z.number().int(),
});

/** What the departments' reports of a year add up to. */
export const departmentSums = z.object({
  year: z.number().int(),
  form: z.enum(['v2019', 'v2021']),
  filed: z.number().int(),
  missing: z.array(namedUnit),
  otherForm: z.array(namedUnit),
  /** Their own reports do not add up, so that the sums do not either. */
  contradictory: z.array(namedUnit),
  table2: summedTable,
  table3: summedTable,
  table4: summedTable,
});
export type DepartmentSums = z.infer<typeof departmentSums>;
