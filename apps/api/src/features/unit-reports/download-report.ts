import { reportWorkbook } from '@gongping/report-files';
import type { Language } from '@gongping/contracts';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { fileStream } from '../evidence/stored-file.ts';
import { previousReport } from './check-context.ts';
import { freshReport } from './read-unit-report.ts';
import { openOwnReport, openReport } from './report.access.ts';
import * as repository from './unit-report.repository.ts';

interface Wanted {
  readonly unit: string;
  readonly year: number;
  readonly language: Language;
}

export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * The file that a report was filed as.
 * @throws ProblemError `not-found` where it was typed, too
 */
export async function downloadFiled(
  { db }: Pick<Dependencies, 'db'>,
  actor: Actor,
  wanted: Wanted & { version: number },
): Promise<{ filename: string; mediaType: string; size: number; body: ReadableStream<Uint8Array> }> {
  const { unit, year } = await openReport(db, actor, wanted);
  const row = await repository.findVersion(db, { unitId: unit.id, year, version: wanted.version });
  if (!row?.source || !row.fileSha256) throw new ProblemError('not-found');
  const { filename, mediaType, size } = row.source;
  return { filename, mediaType, size, body: fileStream(db, row.fileSha256) };
}

interface Workbook {
  readonly filename: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A filed report as a workbook. @throws ProblemError `not-found` */
export async function filedWorkbook(
  { db }: Pick<Dependencies, 'db'>,
  actor: Actor,
  wanted: Wanted & { version: number },
): Promise<Workbook> {
  const { unit, year } = await openReport(db, actor, wanted);
  const row = await repository.findVersion(db, { unitId: unit.id, year, version: wanted.version });
  if (!row) throw new ProblemError('not-found');
  return {
    filename: `${unit.nameZh}${year}年度报告-第${row.version}版.xlsx`,
    bytes: await reportWorkbook(row.report),
  };
}

/**
 * What is being written as a workbook to go on in, the empty form where nothing is.
 * @throws ProblemError `not-found`, `report-not-obliged`
 */
export async function draftWorkbook(
  { db }: Pick<Dependencies, 'db'>,
  actor: Actor,
  wanted: Wanted,
): Promise<Workbook> {
  const open = await openOwnReport(db, actor, wanted);
  const key = { unitId: open.unit.id, year: open.year };
  const row = await repository.findDraft(db, key);
  const report = row?.draft ?? freshReport(open, await previousReport(db, key));
  return { filename: `${open.unit.nameZh}${open.year}年度报告.xlsx`, bytes: await reportWorkbook(report) };
}
