import type { ChannelSettings, SurveyChannel } from '@gongping/contracts';
import { problemOf } from '#lib/api/problem.ts';
import { fromLocalMoment, toLocalMoment } from '#lib/appraisal/local-moment.ts';
import { m } from '#lib/paraglide/messages.js';

/** The fields of a channel as they were typed. */
export interface ChannelFields {
  readonly code: string;
  readonly kind: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly group: string;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly quota: string;
  readonly proof: boolean;
  readonly paused: boolean;
}

/** What the form shows after an attempt; `fields` is null where all was saved. */
export interface ChannelAnswer {
  readonly status: number;
  readonly saved: boolean;
  readonly fields: ChannelFields | null;
  readonly problem: string;
  readonly errors: Readonly<Record<string, string>>;
  readonly stale: boolean;
}

export const noFields: ChannelFields = {
  code: '',
  kind: 'invited',
  nameZh: '',
  nameEn: '',
  group: '',
  opensAt: '',
  closesAt: '',
  quota: '',
  proof: false,
  paused: false,
};

export function fieldsOf(channel: SurveyChannel): ChannelFields {
  const { code, kind, nameZh, nameEn, group, opensAt, closesAt, quota, proof, paused } = channel;
  return {
    code,
    kind,
    nameZh,
    nameEn,
    group: group ?? '',
    opensAt: opensAt === null ? '' : toLocalMoment(opensAt),
    closesAt: closesAt === null ? '' : toLocalMoment(closesAt),
    quota: quota === null ? '' : String(quota),
    proof,
    paused,
  };
}

export function readFields(form: FormData): ChannelFields {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  return {
    code: text('code'),
    kind: text('kind'),
    nameZh: text('nameZh'),
    nameEn: text('nameEn'),
    group: text('group'),
    opensAt: text('opensAt'),
    closesAt: text('closesAt'),
    quota: text('quota'),
    proof: form.get('proof') !== null,
    paused: form.get('paused') !== null,
  };
}

/** The settings that were typed, or a sentence at each field that cannot be read. */
export function settingsFrom(
  fields: ChannelFields,
  stored: Pick<SurveyChannel, 'opensAt' | 'closesAt'> | null,
): { settings: ChannelSettings } | { errors: Record<string, string> } {
  const errors: Record<string, string> = {};
  const moment = (name: 'opensAt' | 'closesAt'): string | null => {
    if (fields[name] === '') return null;
    const read = fromLocalMoment(fields[name], stored?.[name] ?? '1970-01-01T00:00:00Z');
    if (read === null) errors[name] = m.channels_time_wrong();
    return read;
  };
  const quota = fields.quota === '' ? null : Number(fields.quota);
  if (quota !== null && !(Number.isInteger(quota) && quota >= 1)) errors['quota'] = m.channels_quota_wrong();
  const [opensAt, closesAt] = [moment('opensAt'), moment('closesAt')];
  if (Object.keys(errors).length > 0) return { errors };
  const { nameZh, nameEn, proof, paused } = fields;
  const group = fields.group === '' ? null : fields.group;
  return { settings: { nameZh, nameEn, group, opensAt, closesAt, paused, quota, proof } };
}

export function refusedAnswer(
  fields: ChannelFields,
  refusal: Partial<Omit<ChannelAnswer, 'fields' | 'saved'>>,
): ChannelAnswer {
  return { status: 422, saved: false, fields, problem: '', errors: {}, stale: false, ...refusal };
}

/** What came of a call of the API. */
export async function channelAnswer(
  fields: ChannelFields,
  response: (Pick<Response, 'ok' | 'status'> & { text(): Promise<string> }) | null,
): Promise<ChannelAnswer> {
  if (!response) return refusedAnswer(fields, { status: 503, problem: m.channels_unreachable() });
  if (response.ok) return { status: 200, saved: true, fields: null, problem: '', errors: {}, stale: false };
  const { status, code, detail, errors } = await problemOf(response);
  return refusedAnswer(fields, { status, problem: detail, errors, stale: code === 'stale' });
}
