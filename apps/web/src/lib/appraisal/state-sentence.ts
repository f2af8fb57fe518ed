import type { AppraisalList, SurveyView } from '@gongping/contracts';
import { daysLeft, formatDateTime } from '#lib/format/date.ts';
import { formatCount } from '#lib/format/number.ts';
import { m } from '#lib/paraglide/messages.js';

type Survey = Pick<SurveyView, 'status' | 'opensAt' | 'closesAt' | 'responses'>;

/** Where the survey stands: `开放中，还有 12 天；已收 4,012 份…`. */
export function stateSentence(survey: Survey, { units }: AppraisalList, now: Date): string {
  if (survey.status === 'upcoming') return m.appraisal_upcoming({ opens: formatDateTime(survey.opensAt) });
  const counts = {
    count: formatCount(survey.responses),
    enough: units.filter(({ appraisal }) => appraisal.score !== null).length,
    units: units.length,
  };
  if (survey.status === 'closed')
    return m.appraisal_closed({ closes: formatDateTime(survey.closesAt), ...counts });
  const days = daysLeft(survey.closesAt, now);
  return days > 0 ? m.appraisal_open({ days, ...counts }) : m.appraisal_open_today(counts);
}
