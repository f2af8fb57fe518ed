import type { MysteryEntry, MysteryRequest, ReplyPoint } from '@gongping/contracts';
import { replyPoints } from '@gongping/contracts';
import { channelWords, dayNames, requestSteps, type DayName } from './words.ts';

/** What stands in the form: text, as people type it. */
export interface EntryValues {
  readonly kind: MysteryEntry['kind'];
  readonly channel: string;
  readonly identity: string;
  readonly subject: string;
  readonly note: string;
  readonly days: Readonly<Record<DayName, string>>;
  /** True where the form of the reply has been looked at. */
  readonly checked: boolean;
  readonly form: readonly ReplyPoint[];
}

export function valuesOf(entry: MysteryRequest | null, today: string): EntryValues {
  const days = dayNames.map((name) => [name, entry?.[name] ?? (name === 'sentOn' && !entry ? today : '')]);
  return {
    kind: entry?.kind ?? 'request',
    channel: entry?.channel ?? 'online',
    identity: entry?.identity ?? '',
    subject: entry?.subject ?? '',
    note: entry?.note ?? '',
    days: Object.fromEntries(days) as EntryValues['days'],
    checked: (entry?.form ?? null) !== null,
    form: entry?.form ?? [],
  };
}

export function readEntryForm(form: FormData): EntryValues {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const kind = text('kind') === 'enquiry' ? 'enquiry' : 'request';
  // Fields that the other kind has stay in the page without scripts; what is in them does not belong here.
  const has = (name: DayName) => kind === 'request' || !requestSteps.has(name);
  const days = dayNames.map((name) => [name, has(name) ? text(name) : '']);
  const points: readonly ReplyPoint[] = replyPoints[kind];
  return {
    kind,
    channel: text('channel'),
    identity: text('identity'),
    subject: text('subject'),
    note: text('note'),
    days: Object.fromEntries(days) as EntryValues['days'],
    checked: form.get(`checked-${kind}`) !== null,
    form: points.filter((point) => form.getAll('form').includes(point)),
  };
}

/** The entry that values stand for; what is not valid is left to the API to say. */
export function entryOf({ days, checked, form, channel, ...texts }: EntryValues): MysteryEntry {
  const known = Object.keys(channelWords) as MysteryEntry['channel'][];
  const isLooked = days.repliedOn !== '' && (checked || form.length > 0);
  return {
    ...texts,
    channel: known.find((each) => each === channel) ?? 'online',
    sentOn: days.sentOn,
    refusedOn: days.refusedOn || null,
    receivedOn: days.receivedOn || null,
    correctionAskedOn: days.correctionAskedOn || null,
    correctedOn: days.correctedOn || null,
    consultedOn: days.consultedOn || null,
    consultationEndedOn: days.consultationEndedOn || null,
    extendedOn: days.extendedOn || null,
    repliedOn: days.repliedOn || null,
    form: isLooked ? [...form] : null,
  };
}
