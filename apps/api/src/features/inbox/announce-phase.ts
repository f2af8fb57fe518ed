import type { Phase } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { AssessmentRow } from '../assessments/assessment-frame.ts';
import { phaseNames } from '../assessments/phase-sentences.ts';
import * as repository from './inbox.repository.ts';
import { notify } from './notify.ts';

/** Tells those whose turn it is that a phase has opened for them. Call it in the transaction of the step. */
export async function announcePhase(tx: Database, assessment: AssessmentRow, at: Date): Promise<void> {
  const { id, slug, phase, phaseDates, revision } = assessment;
  const userIds = await whoseTurn(tx, id, phase);
  await notify(tx, {
    kind: 'phase-opened',
    assessmentId: id,
    userIds,
    // A phase that is opened again is told again.
    occasion: `${phase}:${revision}`,
    values: { phase: phaseNames[phase], end: phaseDates[phase]?.end ?? { zh: '未定', en: 'not set' } },
    path: phase === 'scoring' ? `/work/assessments/${slug}/scoring` : '/work',
    at,
  });
}

async function whoseTurn(tx: Database, assessmentId: string, phase: Phase): Promise<string[]> {
  if (phase === 'scoring') return repository.listAssignedEvaluators(tx, assessmentId);
  const role = roleOf[phase];
  if (role === undefined) return [];
  const people = await repository.listPeople(tx, assessmentId);
  return people.filter((person) => person.role === role).map(({ userId }) => userId);
}

const roleOf: Partial<Record<Phase, 'liaison' | 'reviewer' | 'leader'>> = {
  self_assessment: 'liaison',
  arbitration: 'reviewer',
  feedback: 'liaison',
  appeal: 'liaison',
  final: 'leader',
};
