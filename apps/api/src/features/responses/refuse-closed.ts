import { momentInShanghai } from '../../http/moment-in-shanghai.ts';
import { ProblemError } from '../../http/problem-error.ts';
import type { KnownChannel, SurveyDefinition } from '../surveys/survey-definition.ts';

/** @throws ProblemError `survey-not-open`, `survey-paused`, `channel-full` */
export function refuseClosed(survey: SurveyDefinition, channel: KnownChannel, now: Date): void {
  const opens = later(survey.opensAt, channel.opensAt);
  const closes = earlier(survey.closesAt, channel.closesAt);
  if (now < opens || now > closes) {
    const values = { opens: momentInShanghai(opens), closes: momentInShanghai(closes) };
    throw new ProblemError('survey-not-open', { values });
  }
  if (channel.paused) throw new ProblemError('survey-paused');
  if (channel.quota !== null && channel.taken >= channel.quota) throw new ProblemError('channel-full');
}

const later = (own: Date, other: Date | null): Date => (other !== null && other > own ? other : own);
const earlier = (own: Date, other: Date | null): Date => (other !== null && other < own ? other : own);
