import type { Phase, Procedure, Role } from '@gongping/contracts';
import { expect, it } from 'vitest';
import { placeOfWork } from './place-of-work.ts';

const procedure: Procedure = {
  selfAssessment: true,
  claimsShown: true,
  doubleScoring: true,
  arbitrationThreshold: 0.2,
  agreed: 'mean',
  feedback: true,
  appeal: true,
  appealWorkingDays: 5,
};
const round = '/work/assessments/2020';

it.each<[Phase, Role, readonly string[], string]>([
  ['self_assessment', 'liaison', ['C01'], `${round}/self-assessment/C01`],
  ['self_assessment', 'liaison', ['C01', 'C04'], `${round}/self-assessment`],
  ['scoring', 'evaluator', [], `${round}/scoring`],
  ['arbitration', 'reviewer', [], `${round}/scoring/arbitration`],
  ['feedback', 'liaison', ['C01'], `${round}/feedback/C01`],
  ['appeal', 'liaison', ['C01'], `${round}/feedback/C01`],
  ['appeal', 'liaison', ['C01', 'C04'], `${round}/feedback`],
  ['appeal', 'reviewer', [], `${round}/feedback/appeals`],
  ['final', 'leader', [], `${round}/results`],
  // Nothing is theirs to do.
  ['scoring', 'liaison', ['C01'], '/work'],
  ['plan', 'evaluator', [], '/work'],
])('in the phase %s a %s of %j goes to %s', (phase, role, units, path) => {
  expect(placeOfWork({ slug: '2020', phase, procedure }, { role, units })).toBe(path);
});

it('nobody is sent to lists of problems that the round has not', () => {
  const plain = { slug: '2020', phase: 'final', procedure: { ...procedure, feedback: false } } as const;
  expect(placeOfWork(plain, { role: 'liaison', units: ['C01'] })).toBe('/work');
});
