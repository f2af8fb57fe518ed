import type { AssessmentSummary } from '@gongping/contracts';
import { daysLeft } from '#lib/format/date.ts';
import { phaseWord } from '#lib/frame/assessment-line.ts';
import { m } from '#lib/paraglide/messages.js';

/** A sentence that says where an assessment stands today. */
export function standing(assessment: AssessmentSummary, now: Date): string {
  const { title } = assessment;
  if (assessment.phase === 'published') return m.today_sentence_published({ title });
  const phase = phaseWord(assessment.phase);
  if (assessment.published) return m.today_sentence_correcting({ title, phase });
  const end = assessment.phaseDates[assessment.phase]?.end;
  if (end === undefined) return m.today_sentence_phase({ title, phase });
  const days = daysLeft(end, now);
  if (days === 0) return m.today_sentence_due({ title, phase });
  return days > 0
    ? m.today_sentence_left({ title, phase, days })
    : m.today_sentence_overdue({ title, phase, days: -days });
}
