import type { AssessmentFrame } from '../assessments/assessment-frame.ts';
import { dayInShanghai } from '../../http/day-in-shanghai.ts';
import { ProblemError } from '../../http/problem-error.ts';

type Dates = Pick<AssessmentFrame['assessment'], 'phase' | 'phaseDates'>;

/** Last day on which units may appeal, extensions included; null outside the phase and where no day is set. */
export function appealEnd({ phase, phaseDates }: Dates): string | null {
  return phase === 'appeal' ? (phaseDates['appeal']?.end ?? null) : null;
}

/** Whether the term runs at a moment: its last day counts whole, in Asia/Shanghai. */
export function isWithinTerm(assessment: Dates, now: Date): boolean {
  const end = appealEnd(assessment);
  return end === null || dayInShanghai(now) <= end;
}

/** @throws ProblemError `term-over` after the last day */
export function requireTerm(assessment: Dates, now: Date): void {
  if (isWithinTerm(assessment, now)) return;
  throw new ProblemError('term-over', { values: { end: appealEnd(assessment) ?? '' } });
}
