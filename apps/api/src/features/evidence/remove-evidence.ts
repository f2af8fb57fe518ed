import type { Language } from '@gongping/contracts';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { appendAudit } from '../audit/audit.service.ts';
import { holdScoring } from '../score-sheets/hold-scoring.ts';
import { requireScoring } from '../score-sheets/scoring-phase.ts';
import { findCellOfRow, openSheets } from '../score-sheets/sheets.access.ts';
import { toEvidence } from './evidence.mapper.ts';
import * as repository from './evidence.repository.ts';

/**
 * Takes evidence off a cell. Row and file are kept for the audit, and no longer shown.
 * @throws ProblemError `not-found` where it is not there or the cell not the person's, `wrong-phase`
 */
export async function removeEvidence(
  { db, clock }: Dependencies,
  actor: Actor,
  args: { slug: string; id: string; language: Language; requestId: string },
): Promise<void> {
  const sheets = await openSheets(db, actor, args.slug);
  const { assessment, sight } = sheets;
  const row = await repository.findEvidence(db, assessment.id, { id: args.id, purpose: 'score' });
  if (!row) throw new ProblemError('not-found');
  const { unit, leaf } = findCellOfRow(sheets, row);
  if (!sight.writes(unit.id, leaf)) throw new ProblemError('not-found');
  requireScoring(assessment.phase, args.language);
  const now = clock();
  await db.transaction(async (tx) => {
    await holdScoring(tx, assessment.id, args.language);
    if (!(await repository.markRemoved(tx, row.id, now))) throw new ProblemError('not-found');
    await appendAudit(tx, {
      scope: assessment.id,
      at: now,
      actor,
      action: 'evidence.remove',
      subject: `evidence ${unit.code}/${leaf.row.code}`,
      before: toEvidence(row),
      reason: '',
      requestId: args.requestId,
    });
  });
}
