import { isOpen, type Calibration, type guidanceWrite, type Language } from '@gongping/contracts';
import type { z } from 'zod';
import { hasRole, type Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { wrongPhase } from '../assessments/wrong-phase.ts';
import { appendAudit } from '../audit/audit.service.ts';
import { holdPhase } from '../score-sheets/ratings.service.ts';
import { openCalibration, stateOf } from './calibration.access.ts';
import * as repository from './guidance.repository.ts';
import { readCalibration } from './read-calibration.ts';

/**
 * Writes how a leaf is to be read, for all evaluators to see beside its rule.
 * @throws ProblemError `not-found`, `forbidden`, `wrong-phase`, `calibration-open`, `stale` with the calibration as it
 *   stands
 */
export async function writeGuidance(
  deps: Dependencies,
  actor: Actor,
  args: {
    slug: string;
    indicator: string;
    write: z.infer<typeof guidanceWrite>;
    language: Language;
    requestId: string;
  },
): Promise<Calibration> {
  const { db, clock } = deps;
  const { note, expectedRevision } = args.write;
  const found = await openCalibration(db, actor, args.slug);
  const { assessment, leaves } = found.sheets;
  if (!hasRole(actor, ['organiser'], assessment.id)) throw new ProblemError('forbidden');
  const leaf = leaves.find(({ row }) => row.code === args.indicator);
  if (!leaf) throw new ProblemError('not-found');
  if (stateOf(found) !== 'closed') throw new ProblemError('calibration-open');
  await db.transaction(async (tx) => {
    const phase = (await holdPhase(tx, assessment.id)) ?? assessment.phase;
    if (!isOpen('guidance.write', phase)) throw wrongPhase(phase, 'guidanceClosed', args.language);
    const rows = await repository.listGuidance(tx, assessment.id);
    const before = rows.find(({ indicatorId }) => indicatorId === leaf.row.id);
    if ((before?.note ?? '') === note) return;
    const now = clock();
    const key = { assessmentId: assessment.id, indicatorId: leaf.row.id };
    const row = { ...key, note, revision: expectedRevision + 1, updatedBy: actor.id, updatedAt: now };
    if (!(await repository.writeGuidance(tx, row, expectedRevision))) {
      const current = await readCalibration({ db: tx }, actor, args);
      throw new ProblemError('stale', { values: { name: before?.updatedByName ?? '' }, current });
    }
    await appendAudit(tx, {
      scope: assessment.id,
      at: now,
      actor,
      action: 'guidance.write',
      subject: `guidance ${leaf.row.code}`,
      before: before ? { note: before.note } : null,
      after: { note },
      reason: '',
      requestId: args.requestId,
    });
  });
  return readCalibration(deps, actor, args);
}
