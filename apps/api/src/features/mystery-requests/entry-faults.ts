import { replyPoints, type Language, type MysteryEntry } from '@gongping/contracts';

const sentences = {
  future: { zh: '不能晚于今天。', en: 'This day is still to come.' },
  beforeSent: { zh: '不能早于提交日期。', en: 'This comes before the day it was sent.' },
  beforeReceived: { zh: '不能早于收到日期。', en: 'This comes before the day it was received.' },
  beforeAsked: { zh: '不能早于补正告知日期。', en: 'This comes before the correction was asked for.' },
  beforeConsulted: { zh: '不能早于征求意见日期。', en: 'This comes before the third party was asked.' },
  afterReply: { zh: '不能晚于答复日期。', en: 'This comes after the reply.' },
  notReceived: {
    zh: '请先填写收到日期；网上提交而没有回执、但已答复的，填确认或答复的日期。',
    en: 'Give the day it was received first; where there is no receipt but an answer, the day of the answer.',
  },
  notAsked: { zh: '请先填写补正告知日期。', en: 'Give the day the correction was asked for first.' },
  notConsulted: { zh: '请先填写征求意见日期。', en: 'Give the day the third party was asked first.' },
  refusedYetReceived: {
    zh: '已收到的申请不是“未受理”，请清除其中一项。',
    en: 'A request that was received was not refused; clear one of the two.',
  },
  onlyRequests: { zh: '模拟咨询没有这一环节，请清除。', en: 'An enquiry has no such step; clear it.' },
  formBeforeReply: {
    zh: '答复后才能核对答复形式，请填写答复日期。',
    en: 'The form of the reply can be judged only once there is one; give its day.',
  },
  formOfOther: { zh: '此要点不适用于这类记录。', en: 'This point does not belong to this kind of entry.' },
} as const satisfies Record<string, Record<Language, string>>;

type Sentence = keyof typeof sentences;
type Day = keyof Pick<
  MysteryEntry,
  | 'sentOn'
  | 'refusedOn'
  | 'receivedOn'
  | 'correctionAskedOn'
  | 'correctedOn'
  | 'consultedOn'
  | 'consultationEndedOn'
  | 'extendedOn'
  | 'repliedOn'
>;

/** What each day may not come before, with what is said where it does and where that day is missing. */
const orders: readonly (readonly [Day, Day, Sentence, Sentence | null])[] = [
  ['refusedOn', 'sentOn', 'beforeSent', null],
  ['receivedOn', 'sentOn', 'beforeSent', null],
  ['correctionAskedOn', 'receivedOn', 'beforeReceived', 'notReceived'],
  ['correctedOn', 'correctionAskedOn', 'beforeAsked', 'notAsked'],
  ['consultedOn', 'receivedOn', 'beforeReceived', 'notReceived'],
  ['consultationEndedOn', 'consultedOn', 'beforeConsulted', 'notConsulted'],
  ['extendedOn', 'receivedOn', 'beforeReceived', 'notReceived'],
  ['repliedOn', 'receivedOn', 'beforeReceived', 'notReceived'],
];

const requestSteps = [
  'receivedOn',
  'correctionAskedOn',
  'correctedOn',
  'consultedOn',
  'consultationEndedOn',
  'extendedOn',
] as const satisfies readonly Day[];
const beforeReply = ['correctionAskedOn', 'correctedOn', 'extendedOn'] as const satisfies readonly Day[];

export interface EntryFault {
  readonly path: string;
  readonly sentence: Sentence;
}

/** What cannot be in an entry of the log, at most one fault a field. */
export function entryFaults(entry: MysteryEntry, today: string): EntryFault[] {
  const faults = [...dayFaults(entry, today), ...formFaults(entry)];
  return faults.filter(({ path }, index) => faults.findIndex((other) => other.path === path) === index);
}

function dayFaults(entry: MysteryEntry, today: string): EntryFault[] {
  const faults: EntryFault[] = [];
  const add = (path: Day, sentence: Sentence) => faults.push({ path, sentence });
  if (entry.sentOn > today) add('sentOn', 'future');
  if (entry.kind === 'enquiry') {
    for (const step of requestSteps) if (entry[step] !== null) add(step, 'onlyRequests');
    if (entry.repliedOn !== null && entry.repliedOn < entry.sentOn) add('repliedOn', 'beforeSent');
  }
  for (const [day, earlier, before, missing] of orders) {
    const on = entry[day];
    if (on === null) continue;
    if (on > today) add(day, 'future');
    const bound = entry[earlier];
    if (entry.kind === 'enquiry' && day === 'repliedOn') continue;
    if (bound === null && missing !== null) add(day, missing);
    if (bound !== null && on < bound) add(day, before);
  }
  for (const step of beforeReply) {
    const on = entry[step];
    if (on !== null && entry.repliedOn !== null && on > entry.repliedOn) add(step, 'afterReply');
  }
  if (entry.refusedOn !== null && (entry.receivedOn ?? entry.repliedOn) !== null)
    add('refusedOn', 'refusedYetReceived');
  return faults;
}

function formFaults({ kind, form, repliedOn }: MysteryEntry): EntryFault[] {
  if (form === null || form.length === 0) return [];
  if (repliedOn === null) return [{ path: 'form', sentence: 'formBeforeReply' }];
  const own: readonly string[] = replyPoints[kind];
  return form.every((point) => own.includes(point)) ? [] : [{ path: 'form', sentence: 'formOfOther' }];
}

export function describeEntryFault({ path, sentence }: EntryFault, language: Language) {
  return { path: `entry.${path}`, message: sentences[sentence][language] };
}
