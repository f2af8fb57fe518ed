import { formOfYear, sectionNumbers, type AnnualReport } from '@gongping/annual-report';
import {
  cityReportContent,
  type CityReport,
  type CityReportContent,
  type Language,
} from '@gongping/contracts';
import type { Database } from '@gongping/db';
import { createHash } from 'node:crypto';
import type { Actor } from '../../http/actor.ts';
import { dayInShanghai } from '../../http/day-in-shanghai.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { appendAudit } from '../audit/audit.service.ts';
import { cleanFilename } from '../evidence/filename.ts';
import type { ReportReader } from '../unit-reports/report-reader.ts';
import { archiveOf, withArchive } from './archived-report.ts';
import { organisersOnly } from './city-report.access.ts';
import * as repository from './city-report.repository.ts';
import { emptyContent, formOf } from './draft-report.ts';
import { viewOf } from './read-city-report.ts';

type Deps = Pick<Dependencies, 'db' | 'memory' | 'clock'>;

interface Order {
  /** Of the report that is being written; the file is of the year before. */
  readonly year: number;
  readonly language: Language;
  readonly requestId: string;
}

/**
 * Takes last year's report of the city from its file, as it was published before this platform was there. It is kept as
 * that year's draft, to be compared with, and taken back by `dropPrevious`; a later file replaces an earlier one.
 *
 * @throws ProblemError `not-found`, `invalid-input` for a day to come, `report-unreadable`, `report-other-year`,
 *   `report-published-here`, `report-written-here`, `too-many-attempts`
 */
export async function archivePrevious(
  { reader, ...deps }: Deps & { reader: ReportReader },
  actor: Actor,
  order: Order & { publishedOn: string; file: { name: string; bytes: Buffer } },
): Promise<CityReport> {
  const { year, publishedOn, file, language } = order;
  const before = year - 1;
  const { demonstration } = await organisersOnly(deps.db, actor, year);
  if (formOfYear(before) === null) throw new ProblemError('not-found');
  const now = deps.clock();
  if (publishedOn > dayInShanghai(now)) throw laterThanToday(language);
  await requirePlace(deps.db, before);
  const read = await reader.read(file, language);
  if (read.report.year !== before) {
    throw new ProblemError('report-other-year', { values: { found: read.report.year, year: before } });
  }
  const ending = /\.(\w+)$/.exec(file.name)?.[1]?.toLowerCase() ?? '';
  const given = contentOf(read.report, { year: before, language });
  const archive = {
    publishedOn,
    filename: cleanFilename(file.name, ending),
    sha256: createHash('sha256').update(file.bytes).digest('hex'),
    cells: filledCells(given),
    unread: read.unread.length,
  };
  const content = withArchive(given, archive);
  return deps.db.transaction(async (tx) => {
    const row = await requirePlace(tx, before);
    const kept = { content, bindings: {}, updatedAt: now, updatedBy: actor.id };
    const revision = (row?.revision ?? 0) + 1;
    if (row) await repository.updateDraft(tx, before, { ...kept, revision });
    else if (!(await repository.insertDraft(tx, { ...kept, year: before, demonstration, revision }))) {
      throw new ProblemError('report-written-here', { values: { year: before } });
    }
    await tell(tx, actor, { order, now, after: archive });
    return viewOf({ ...deps, db: tx }, { year, demonstration });
  });
}

/** Takes back what was taken from a file. @throws ProblemError `not-found`, also where nothing was */
export async function dropPrevious(deps: Deps, actor: Actor, order: Order): Promise<CityReport> {
  const { year } = order;
  return deps.db.transaction(async (tx) => {
    const { demonstration } = await organisersOnly(tx, actor, year);
    const row = await repository.holdDraft(tx, year - 1);
    if (!row || archiveOf(row) === null) throw new ProblemError('not-found');
    await repository.deleteDraft(tx, year - 1);
    await tell(tx, actor, { order, now: deps.clock(), after: null });
    return viewOf({ ...deps, db: tx }, { year, demonstration });
  });
}

/** Nobody's work is written over. @returns the year's draft where an earlier file is in it */
async function requirePlace(db: Database, year: number): Promise<repository.CityReportRow | undefined> {
  if (await repository.findPublished(db, { year, version: null })) {
    throw new ProblemError('report-published-here', { values: { year } });
  }
  const row = await repository.holdDraft(db, year);
  if (row && archiveOf(row) === null) throw new ProblemError('report-written-here', { values: { year } });
  return row;
}

const unkept = {
  zh: '文件所用的表式与年度不符，或文字中有无法保存的字符；请核对文件，或另存一份后再试。',
  en: 'The file is on another form than that of its year, or its text has characters that cannot be kept; check it, or save a copy and try again.',
};

function contentOf(
  report: AnnualReport,
  { year, language }: { year: number; language: Language },
): CityReportContent {
  const text = Object.fromEntries(
    sectionNumbers.map((number) => [number, (report.text[number] ?? '').slice(0, 50_000)]),
  );
  const { table2, table3, table4, unit } = report;
  const authority = unit.name.slice(0, 100);
  const given = { ...emptyContent, authority, text, table2, table3, table4 };
  const { success, data } = cityReportContent.safeParse(given);
  if (success && report.form === formOf(year)) return data;
  throw new ProblemError('report-unreadable', { values: { why: unkept[language] } });
}

const filledCells = ({ table2, table3, table4 }: CityReportContent): number =>
  [table2, table3, table4].flatMap((table) => Object.values(table).flat()).filter((cell) => cell !== null)
    .length;

const toCome = { zh: '公开日期不能晚于今天。', en: 'The day of publication cannot be in the future.' };

function laterThanToday(language: Language): ProblemError {
  return new ProblemError('invalid-input', {
    errors: [{ path: 'publishedOn', message: toCome[language] }],
  });
}

async function tell(
  tx: Database,
  actor: Actor,
  { order, now, after }: { order: Order; now: Date; after: object | null },
): Promise<void> {
  await appendAudit(tx, {
    scope: 'platform',
    at: now,
    actor,
    action: 'city-report.edit',
    subject: `city-report ${order.year - 1}`,
    after: { archive: after },
    reason: '',
    requestId: order.requestId,
  });
}
