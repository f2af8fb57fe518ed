import type { AssessmentSummary, Phase } from '@gongping/contracts';
import { daysLeft } from '#lib/format/date.ts';
import { m } from '#lib/paraglide/messages.js';

type AssessmentBrief = Pick<AssessmentSummary, 'phase' | 'phaseDates' | 'published'>;

const words = {
  plan: m.frame_phase_plan,
  self_assessment: m.frame_phase_self_assessment,
  scoring: m.frame_phase_scoring,
  arbitration: m.frame_phase_arbitration,
  feedback: m.frame_phase_feedback,
  appeal: m.frame_phase_appeal,
  final: m.frame_phase_final,
  published: m.frame_phase_published,
} satisfies Record<Phase, () => string>;

/** The name of a phase in the person's language. */
export function phaseWord(phase: Phase): string {
  return words[phase]();
}

/** `评分 · 余 12 天`: where an assessment stands today. What was published once is late for nothing: it is corrected. */
export function phaseLine({ phase, phaseDates, published }: AssessmentBrief, now: Date): string {
  const end = phaseDates[phase]?.end;
  if (phase === 'published') return phaseWord(phase);
  if (published) return `${phaseWord(phase)} · ${m.frame_correcting()}`;
  if (end === undefined) return phaseWord(phase);
  const days = daysLeft(end, now);
  const left =
    days > 0
      ? m.frame_days_left({ days })
      : days === 0
        ? m.frame_due_today()
        : m.frame_overdue({ days: -days });
  return `${phaseWord(phase)} · ${left}`;
}
