import type { BoardUnit, Procedure } from '@gongping/contracts';
import { expect, it } from 'vitest';
import { openWork, overdueDays } from './late-work.ts';

const procedure: Procedure = {
  selfAssessment: true,
  claimsShown: true,
  doubleScoring: false,
  arbitrationThreshold: 0.2,
  agreed: 'mean',
  feedback: true,
  appeal: true,
  appealWorkingDays: 5,
};
const unit: Omit<BoardUnit, 'late'> = {
  unitId: 'u',
  code: 'C01',
  name: { zh: '', en: '' },
  kind: 'county',
  liaisons: 1,
  leaves: 10,
  claimed: 10,
  claimSubmittedAt: null,
  scored: 9,
  secondScored: 10,
  deductions: 0,
  cases: { open: 1, ruled: 0 },
  appeals: { open: 0, ruled: 2 },
};

it('a self-assessment is open until it is handed in, however complete', () => {
  expect(openWork(unit, 'self_assessment', procedure)).toEqual(['claim']);
  const submitted = { ...unit, claimSubmittedAt: '2020-09-30T00:00:00Z' };
  expect(openWork(submitted, 'self_assessment', procedure)).toEqual([]);
});

it('a second rater counts only where two score', () => {
  const second = { ...unit, scored: 10, secondScored: 9 };
  expect(openWork(unit, 'scoring', procedure)).toEqual(['score']);
  expect(openWork(second, 'scoring', procedure)).toEqual([]);
  expect(openWork(second, 'scoring', { ...procedure, doubleScoring: true })).toEqual(['second']);
});

it('cases and appeals are open until they are ruled, each in its own phase', () => {
  expect(openWork(unit, 'arbitration', procedure)).toEqual(['case']);
  expect(openWork(unit, 'appeal', procedure)).toEqual([]);
  expect(openWork({ ...unit, appeals: { open: 1, ruled: 0 } }, 'appeal', procedure)).toEqual(['appeal']);
  expect(openWork(unit, 'final', procedure)).toEqual([]);
});

it('a phase is late from the day after its last', () => {
  expect(overdueDays('2020-10-31', '2020-10-30')).toBe(0);
  expect(overdueDays('2020-10-31', '2020-10-31')).toBe(0);
  expect(overdueDays('2020-10-31', '2020-11-01')).toBe(1);
  expect(overdueDays(null, '2020-11-01')).toBe(0);
});
