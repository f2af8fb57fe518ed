import type { AssessmentSummary, ProblemListSummary } from '@gongping/contracts';
import { daysLeft, formatLongDate } from '#lib/format/date.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

interface Sentence {
  readonly text: string;
  readonly late: boolean;
}

/** What a unit has to do about its list of problems, most pressing last day first. */
export interface FeedbackTask {
  readonly sentences: readonly Sentence[];
  /** Something can still be done, and waits for the unit. */
  readonly waits: boolean;
}

type Round = Pick<AssessmentSummary, 'phase' | 'phaseDates'>;

export function feedbackTask(round: Round, list: ProblemListSummary, now: Date): FeedbackTask {
  const unanswered = list.requests - list.answers;
  const term = appealTerm(round, list, now);
  const said = [
    { text: m.appeals_today_problems({ count: list.problems }), late: false },
    ...(term ? [term] : []),
    ...(list.openAppeals > 0
      ? [{ text: m.appeals_today_waiting({ count: list.openAppeals }), late: false }]
      : []),
    ...(list.ruledAppeals > 0
      ? [{ text: m.appeals_today_ruled({ count: list.ruledAppeals }), late: false }]
      : []),
    ...(unanswered > 0 ? [requested(list.dueOn, unanswered, now)] : []),
  ];
  return { sentences: said, waits: unanswered > 0 || (term !== null && !term.late) };
}

/** Until when the unit may appeal; null outside the phase, and where it lost nothing. */
function appealTerm({ phase, phaseDates }: Round, list: ProblemListSummary, now: Date): Sentence | null {
  const end = phaseDates.appeal?.end;
  if (list.problems === 0) return null;
  if (phase === 'feedback') return { text: m.appeals_today_before(), late: false };
  if (phase !== 'appeal') return null;
  if (end === undefined) return { text: m.appeals_today_no_end(), late: false };
  const days = daysLeft(end, now);
  const day = formatLongDate(end, getLocale());
  if (days < 0) return { text: m.appeals_today_over({ day }), late: true };
  return { text: days === 0 ? m.appeals_today_due() : m.appeals_today_until({ day, days }), late: false };
}

function requested(dueOn: string | null, count: number, now: Date): Sentence {
  if (dueOn === null) return { text: m.appeals_today_requests({ count }), late: false };
  const day = formatLongDate(dueOn, getLocale());
  return { text: m.appeals_today_requests_due({ count, day }), late: daysLeft(dueOn, now) < 0 };
}
