import type { SurveyChannel } from '@gongping/contracts';

interface Hours {
  readonly opensAt: Date;
  readonly closesAt: Date;
}

interface Channel {
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  readonly paused: boolean;
  readonly quota: number | null;
}

/** When a channel takes answers: its own hours within those of the survey. Both ends are open. */
export function channelHours(channel: Pick<Channel, 'opensAt' | 'closesAt'>, survey: Hours): Hours {
  return {
    opensAt: new Date(Math.max(survey.opensAt.getTime(), channel.opensAt?.getTime() ?? -Infinity)),
    closesAt: new Date(Math.min(survey.closesAt.getTime(), channel.closesAt?.getTime() ?? Infinity)),
  };
}

/** What a channel is doing at a moment. Being full is final and comes before a pause. */
export function channelState(
  channel: Channel,
  { survey, taken, now }: { survey: Hours; taken: number; now: Date },
): SurveyChannel['state'] {
  const { opensAt, closesAt } = channelHours(channel, survey);
  if (now > closesAt) return 'closed';
  if (channel.quota !== null && taken >= channel.quota) return 'full';
  if (channel.paused) return 'paused';
  return now < opensAt ? 'upcoming' : 'open';
}
