import type { AnnualReport } from '@gongping/annual-report';
import type { Language, ReportDraftWrite, UnitReport } from '@gongping/contracts';
import type { Actor } from '../../http/actor.ts';
import { canonicalJson } from '../../http/canonical-json.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { demonstrationUsernames } from '../demonstration/demonstration-accounts.ts';
import { givenReport } from './given-report.ts';
import { reportView, saidBy } from './read-unit-report.ts';
import { openOwnReport } from './report.access.ts';
import * as repository from './unit-report.repository.ts';
import type { DraftRow } from './unit-report.repository.ts';

export interface ReportAsked {
  readonly unit: string;
  readonly year: number;
  readonly language: Language;
  readonly requestId: string;
}

/**
 * Keeps what somebody is writing. A write that asks for what is there already changes nothing and is no conflict: a
 * browser may send one again whose answer was lost.
 *
 * @throws ProblemError `not-found`, `report-not-obliged`, `invalid-input`, `stale` with the newer report
 */
export async function writeDraft(
  { db, clock }: Pick<Dependencies, 'db' | 'clock'>,
  actor: Actor,
  args: ReportAsked & { write: ReportDraftWrite },
): Promise<UnitReport> {
  const open = await openOwnReport(db, actor, args);
  const { content, url, publishedOn, expectedRevision } = args.write;
  const now = clock();
  return db.transaction(async (tx) => {
    const key = { unitId: open.unit.id, year: open.year };
    const row = await repository.lockReport(tx, key);
    const view = () => reportView(tx, open, { now, language: args.language });
    const draft = givenReport(content, { open, before: row?.draft ?? null, language: args.language });
    const sourceSha256 = row?.sourceSha256 ?? null;
    const asked = saidBy({ report: draft, url, publishedOn, sourceSha256 });
    if (row && saidBy({ ...row, report: row.draft }) === asked) return view();
    if ((row?.revision ?? 0) !== expectedRevision) throw await staleReport(view);
    const typed = { source: null, sourceSha256: null, reading: null, readingSha256: null };
    await repository.saveDraft(tx, {
      ...typed,
      ...row,
      ...key,
      draft,
      demonstration: isDemonstration(actor, row),
      edited: sourceSha256 !== null && (row?.edited === true || draftChanges(row, draft)),
      url,
      publishedOn,
      revision: expectedRevision + 1,
      updatedBy: actor.id,
      updatedAt: now,
    });
    return view();
  });
}

/** Whether nobody but people of the demonstration has written it: it goes with them. */
export function isDemonstration({ username }: Actor, row: DraftRow | undefined): boolean {
  return demonstrationUsernames.includes(username) && (row?.demonstration ?? true);
}

/** Whether the report itself changes, beside where it is published. */
function draftChanges(row: DraftRow | undefined, draft: AnnualReport): boolean {
  return canonicalJson(row?.draft) !== canonicalJson(draft);
}

/** The refusal of a write that did not know the newest draft. */
export async function staleReport(view: () => Promise<UnitReport>): Promise<ProblemError> {
  const current = await view();
  return new ProblemError('stale', { values: { name: current.draft?.updatedBy ?? '' }, current });
}
