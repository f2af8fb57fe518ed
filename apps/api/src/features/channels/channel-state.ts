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

/** What a channel is doing at a moment; its hours lie within those of the survey. Both ends are open. */
export function channelState(
  channel: Channel,
  { survey, taken, now }: { survey: Hours; taken: number; now: Date },
): SurveyChannel['state'] {
  const closes = new Date(Math.min(survey.closesAt.getTime(), channel.closesAt?.getTime() ?? Infinity));
  const opens = new Date(Math.max(survey.opensAt.getTime(), channel.opensAt?.getTime() ?? -Infinity));
  if (now > closes) return 'closed';
  if (channel.quota !== null && taken >= channel.quota) return 'full';
  if (channel.paused) return 'paused';
  return now < opens ? 'upcoming' : 'open';
}
