import type { Evidence, Language } from '@gongping/contracts';
import { reportWorkbook } from '@gongping/report-files';
import { createHash } from 'node:crypto';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { reportYearOf } from '../assessments/assessment-settings.ts';
import { keepEvidence } from '../evidence/keep-evidence.ts';
import { listEvidenceOf } from '../evidence/list-evidence.ts';
import { scorePlace } from '../evidence/score-evidence.ts';
import { findOwnCell, openSheets } from '../score-sheets/sheets.access.ts';
import { workbookType } from '../unit-reports/download-report.ts';
import { filedVersion } from '../unit-reports/filed-report.ts';

/**
 * Makes the report that the unit filed evidence of a score: the file that it sent, or the form as a workbook where it was
 * typed. Where the person has put the same there already, that is the answer.
 *
 * @throws ProblemError `not-found` where the cell is not the person's or there is no such version, what closes the place
 */
export async function attachReport(
  deps: Dependencies,
  actor: Actor,
  args: {
    slug: string;
    unit: string;
    indicator: string;
    version: number;
    language: Language;
    requestId: string;
  },
): Promise<Evidence> {
  const { db } = deps;
  const sheets = await openSheets(db, actor, args.slug);
  const { unit } = findOwnCell(sheets, args);
  const place = await scorePlace(db, actor, args);
  const year = reportYearOf(sheets.assessment);
  const row = await filedVersion(db, { unitId: unit.id, year, version: args.version });
  if (!row) throw new ProblemError('not-found');
  const bytes = row.fileSha256 === null ? Buffer.from(await reportWorkbook(row.report)) : null;
  const fileSha256 =
    row.fileSha256 ??
    createHash('sha256')
      .update(bytes ?? '')
      .digest('hex');
  const there = await listEvidenceOf(db, place.assessmentId, {
    purpose: 'score',
    unitIds: [place.unit.id],
    indicatorIds: [place.leaf.id],
  });
  const same = there.find(({ evidence, addedBy }) => evidence.sha256 === fileSha256 && addedBy === actor.id);
  if (same) return same.evidence;
  const title = `${unit.nameZh}${year}年度报告（第${row.version}版）`;
  const content = {
    kind: 'file',
    title,
    url: null,
    fileSha256,
    filename: row.source?.filename ?? `${title}.xlsx`,
    mediaType: row.source?.mediaType ?? workbookType,
    size: row.source?.size ?? bytes?.length ?? 0,
    pageId: null,
  } as const;
  const { language, requestId } = args;
  return keepEvidence(deps, actor, { place, content, capturedAt: row.filedAt, bytes, language, requestId });
}
