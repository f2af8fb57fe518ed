import type { ReportVersion } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { Actor } from '../../http/actor.ts';
import { dayInShanghai } from '../../http/day-in-shanghai.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { newId } from '../../http/new-id.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { appendAudit } from '../audit/audit.service.ts';
import { demonstrationUsernames } from '../demonstration/demonstration-accounts.ts';
import { dueDays, readTerms } from './due-days.ts';
import { isFiled, readVersion, reportView } from './read-unit-report.ts';
import { openOwnReport, type OpenReport } from './report.access.ts';
import { reportSubject } from './report-subject.ts';
import * as repository from './unit-report.repository.ts';
import type { DraftRow, VersionRow } from './unit-report.repository.ts';
import { staleReport, type ReportAsked } from './write-draft.ts';

const megabyte = 1024 * 1024;
/** For the files of all versions of one report. */
const mostBytes = 256 * megabyte;

/**
 * Hands the report in as it is written; whatever the checks find is told and forbids nothing. What is filed already is
 * not filed again: the version that is there is the answer.
 *
 * @throws ProblemError `not-found`, `report-not-obliged`, `stale`, `report-empty`, `reports-full`; `reason-required`
 *   where it is filed again after its day
 */
export async function fileReport(
  deps: Pick<Dependencies, 'db' | 'clock'>,
  actor: Actor,
  args: ReportAsked & { expectedRevision: number; reason: string },
): Promise<ReportVersion> {
  const { db, clock } = deps;
  const open = await openOwnReport(db, actor, args);
  const now = clock();
  const version = await db.transaction(async (tx) => {
    const key = { unitId: open.unit.id, year: open.year };
    const row = await repository.lockReport(tx, key);
    if (!row || row.revision === 0) throw new ProblemError('report-empty');
    const view = () => reportView(tx, open, { now, language: args.language });
    if (row.revision !== args.expectedRevision) throw await staleReport(view);
    const [newest] = await repository.listVersions(tx, key);
    if (newest && (await isFiled(tx, row))) return newest.version;
    const due = dueDays(open.unit, open.year, await readTerms(tx, open.year));
    const isLate = dayInShanghai(now) > (due.local ?? due.statutory);
    if (newest && isLate && args.reason === '') throw new ProblemError('reason-required');
    await requireRoom(tx, row);
    const filed = versionOf(row, { open, actor, now });
    const next = (newest?.version ?? 0) + 1;
    const reason = newest ? args.reason : '';
    await repository.insertVersion(tx, { ...filed, version: next, reason });
    const { report, source: _source, ...facts } = filed;
    await appendAudit(tx, {
      scope: 'platform',
      at: now,
      actor,
      action: 'report.file',
      subject: reportSubject(open),
      after: { ...facts, version: next, title: report.title ?? '' },
      reason,
      requestId: args.requestId,
    });
    return next;
  });
  return readVersion(deps, actor, { ...args, version });
}

async function requireRoom(tx: Database, row: DraftRow): Promise<void> {
  if (row.source === null) return;
  if ((await repository.filedBytes(tx, row)) + row.source.size <= mostBytes) return;
  throw new ProblemError('reports-full', { values: { limit: `${mostBytes / megabyte} MB` } });
}

function versionOf(
  row: DraftRow,
  { open, actor, now }: { open: OpenReport; actor: Actor; now: Date },
): Omit<VersionRow, 'version' | 'reason'> {
  return {
    id: newId(now),
    unitId: open.unit.id,
    year: open.year,
    report: row.draft,
    url: row.url,
    publishedOn: row.publishedOn,
    how: row.source === null ? 'typed' : 'upload',
    edited: row.edited,
    source: row.source,
    fileSha256: row.sourceSha256,
    filedBy: actor.id,
    filedAt: now,
    demonstration: demonstrationUsernames.includes(actor.username),
  };
}
