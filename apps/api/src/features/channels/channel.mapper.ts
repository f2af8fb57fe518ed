import type { ChannelSettings, SurveyChannel } from '@gongping/contracts';
import { channelState } from '../surveys/channel-state.ts';
import type { ChannelRow } from './channel.repository.ts';

interface Counts {
  readonly answers: readonly { channel: string; state: string; responses: number }[];
  readonly tokens: readonly { channel: string; issued: number; used: number; revoked: number }[];
}

interface Survey {
  readonly slug: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
}

export function toChannel(
  row: ChannelRow,
  { survey, counts, now }: { survey: Survey; counts: Counts; now: Date },
): SurveyChannel {
  const answers = (state: string) =>
    counts.answers.find((one) => one.channel === row.code && one.state === state)?.responses ?? 0;
  const tokens = counts.tokens.find(({ channel }) => channel === row.code);
  const responses = { counted: answers('counted'), held: answers('held'), refused: answers('refused') };
  return {
    ...settingsOf(row),
    code: row.code,
    kind: row.kind,
    state: channelState(row, { survey, taken: responses.counted, now }),
    revision: row.revision,
    path: row.kind === 'open' ? openPath(survey.slug, row.code) : null,
    hasAddress: row.secretHash !== null,
    responses,
    tokens: byToken(row)
      ? { issued: tokens?.issued ?? 0, used: tokens?.used ?? 0, revoked: tokens?.revoked ?? 0 }
      : null,
  };
}

/** Whether one needs a token for it. */
export function byToken({ kind }: Pick<ChannelRow, 'kind'>): boolean {
  return kind === 'invited' || kind === 'peer';
}

export function settingsOf(row: ChannelRow): ChannelSettings {
  return {
    nameZh: row.nameZh,
    nameEn: row.nameEn,
    group: row.group,
    opensAt: row.opensAt?.toISOString() ?? null,
    closesAt: row.closesAt?.toISOString() ?? null,
    paused: row.paused,
    quota: row.quota,
    proof: row.proof,
  };
}

/** The survey's first channel has the plain address; others say which they are. */
function openPath(slug: string, code: string): string {
  return code === 'open' ? `/s/${slug}` : `/s/${slug}?c=${encodeURIComponent(code)}`;
}
