import type { Language } from '@gongping/contracts';
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

const what = { zh: '申诉', en: 'appeals' } as const;

/** @throws ProblemError `past-last-day` after the last day */
export function requireTerm(assessment: Dates, now: Date, language: Language): void {
  if (isWithinTerm(assessment, now)) return;
  const values = { what: what[language], day: appealEnd(assessment) ?? '' };
  throw new ProblemError('past-last-day', { values });
}
