import { momentInShanghai } from '../../http/moment-in-shanghai.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { channelHours, channelState } from '../surveys/channel-state.ts';
import type { KnownChannel, SurveyDefinition } from '../surveys/survey-definition.ts';

/** @throws ProblemError `survey-not-open`, `survey-paused`, `channel-full` */
export function refuseClosed(survey: SurveyDefinition, channel: KnownChannel, now: Date): void {
  switch (channelState(channel, { survey, taken: channel.taken, now })) {
    case 'open':
      return;
    case 'full':
      throw new ProblemError('channel-full');
    case 'paused':
      throw new ProblemError('survey-paused');
    default: {
      const { opensAt, closesAt } = channelHours(channel, survey);
      const values = { opens: momentInShanghai(opensAt), closes: momentInShanghai(closesAt) };
      throw new ProblemError('survey-not-open', { values });
    }
  }
}
