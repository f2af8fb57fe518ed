import type { Phase, Role } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { AssessmentRow } from '../assessments/assessment-frame.ts';
import { phaseNames } from '../assessments/phase-sentences.ts';
import * as repository from './inbox.repository.ts';
import { notify } from './notify.ts';
import { listRoundPeople, placesOfWork, type RoundPerson } from './round-people.ts';

/** Tells those whose turn it is that a phase has opened for them. Call it in the transaction of the step. */
export async function announcePhase(tx: Database, assessment: AssessmentRow, at: Date): Promise<void> {
  const { id, phase, phaseDates, revision } = assessment;
  const people = await whoseTurn(tx, id, phase);
  await notify(tx, {
    kind: 'phase-opened',
    assessmentId: id,
    userIds: people.map(({ userId }) => userId),
    // A phase that is opened again is told again.
    occasion: `${phase}:${revision}`,
    values: { phase: phaseNames[phase], end: phaseDates[phase]?.end ?? { zh: '未定', en: 'not set' } },
    path: placesOfWork(assessment, people),
    at,
  });
}

async function whoseTurn(tx: Database, assessmentId: string, phase: Phase): Promise<RoundPerson[]> {
  if (phase === 'scoring') {
    const assigned = await repository.listAssignedEvaluators(tx, assessmentId);
    return assigned.map((userId) => ({ userId, role: 'evaluator', units: [] }));
  }
  const people = await listRoundPeople(tx, assessmentId);
  return people.filter(({ role }) => role === roleOf[phase]);
}

const roleOf: Partial<Record<Phase, Role>> = {
  self_assessment: 'liaison',
  arbitration: 'reviewer',
  feedback: 'liaison',
  appeal: 'liaison',
  final: 'leader',
};
