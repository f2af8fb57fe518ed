import type { IssuedTokens, SurveyChannelList } from '@gongping/contracts';
import { expect } from 'vitest';
import type { Person } from './app.ts';

/** Settings of a channel without rules of its own. */
export const plainChannel = {
  nameZh: '人大代表',
  nameEn: 'Deputies',
  group: null,
  opensAt: null,
  closesAt: null,
  paused: false,
  quota: null,
  proof: false,
};

export async function addChannel(
  organiser: Person,
  slug: string,
  channel: Record<string, unknown>,
): Promise<SurveyChannelList> {
  const body = { ...plainChannel, ...channel };
  const response = await organiser.call('POST', `/assessments/${slug}/survey/channels`, body);
  expect(response.status, await response.clone().text()).toBe(201);
  return (await response.json()) as SurveyChannelList;
}

/** Issues a token to each of so many people, who have e-mail addresses where `emailOf` the number gives one. */
export async function issue(
  organiser: Person,
  slug: string,
  {
    channel,
    count,
    units = [],
    emailOf = () => null,
  }: { channel: string; count: number; units?: string[]; emailOf?: (n: number) => string | null },
): Promise<IssuedTokens> {
  const people = Array.from({ length: count }, (_, n) => ({
    holder: `代表${String(n + 1).padStart(3, '0')}`,
    email: emailOf(n),
    unit: null,
  }));
  const body = { title: '市人大代表', channel, units, people };
  const response = await organiser.call('POST', `/assessments/${slug}/survey/invitations`, body);
  expect(response.status, await response.clone().text()).toBe(201);
  return (await response.json()) as IssuedTokens;
}
