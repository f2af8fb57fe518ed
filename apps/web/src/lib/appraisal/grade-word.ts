import type { Appraisal } from '@gongping/contracts';
import { formatCount } from '#lib/format/number.ts';
import { m } from '#lib/paraglide/messages.js';

const words: Readonly<Record<string, () => string>> = {
  satisfied: m.appraisal_grade_satisfied,
  'fairly-satisfied': m.appraisal_grade_fairly_satisfied,
  dissatisfied: m.appraisal_grade_dissatisfied,
};

/** The grade in words, or why there is none. A grade that is not known is shown by its code. */
export function gradeWord({ grade, reason, valid }: Pick<Appraisal, 'grade' | 'reason' | 'valid'>): string {
  if (reason === 'no-countable-group') return m.appraisal_no_group();
  if (reason !== null) return m.appraisal_too_small({ valid: formatCount(valid) });
  return words[grade ?? '']?.() ?? grade ?? '';
}
