import { formatDate, formatLongDate } from '#lib/format/date.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

/** When the results come out, or came out; where no day is set, where they will be. */
export function resultsSentence(resultsOn: string | null, now: Date): string {
  if (resultsOn === null) return m.survey_results_later();
  const date = formatLongDate(resultsOn, getLocale());
  return resultsOn > formatDate(now) ? m.survey_results_on({ date }) : m.survey_results_out({ date });
}
