import type { LocalText } from '@gongping/scoring';

export type Sentence = LocalText;

type Channel = 'online' | 'letter';
type FormPoint = 'content' | 'reasons' | 'remedies' | 'seal';

const channels = {
  online: { zh: '网上', en: 'online' },
  letter: { zh: '信函', en: 'by letter' },
} as const satisfies Record<Channel, Sentence>;

const points = {
  content: { zh: '未载明答复内容与依据', en: 'without its content and basis' },
  reasons: { zh: '不予公开未说明理由', en: 'a refusal without its reasons' },
  remedies: { zh: '未载明救济途径', en: 'without the remedies' },
  seal: { zh: '未落款盖章', en: 'without name and seal' },
} as const satisfies Record<FormPoint, Sentence>;

const until = (day: string | null): Sentence =>
  day === null ? { zh: '', en: '' } : { zh: `，最近的期限是${day}`, en: `; the next last day is ${day}` };

/**
 * What proposals say. A sentence that becomes the reason of a score names neither who asked nor for what, so that
 * nothing of the pretext leaves the log.
 */
export const proposalSentences = {
  otherRule: {
    zh: '该指标的评分规则与台账的要点不对应，请直接评分。',
    en: 'The rule of the leaf does not have the points of the log; score it directly.',
  },
  noRequests: { zh: '还没有申请记录。', en: 'There is no request yet.' },
  noEnquiries: { zh: '还没有咨询记录。', en: 'There is no enquiry yet.' },
  channelsMissing: (missing: readonly Channel[]): Sentence => ({
    zh: `还没有${missing.map((each) => channels[each].zh).join('、')}渠道的申请记录。`,
    en: `There is no request ${missing.map((each) => channels[each].en).join(' or ')} yet.`,
  }),
  acceptanceOpen: (day: string | null): Sentence => ({
    zh: `尚有渠道未见回执${until(day).zh}。`,
    en: `A channel has not acknowledged yet${until(day).en}.`,
  }),
  replyOpen: (day: string | null): Sentence => ({
    zh: `尚有申请在办理期限内${until(day).zh}。`,
    en: `A request is still within its term${until(day).en}.`,
  }),
  enquiryOpen: (day: string | null): Sentence => ({
    zh: `尚有咨询在答复期限内${until(day).zh}。`,
    en: `An enquiry is still within its term${until(day).en}.`,
  }),
  formUnlooked: (count: number): Sentence => ({
    zh: `有${count}件答复还没有核对形式。`,
    en: `The form of ${count} of the replies is not checked yet.`,
  }),
  acceptance: (taken: readonly Channel[]): Sentence => {
    const [one] = taken;
    if (one === undefined)
      return { zh: '网上、信函渠道均未受理。', en: 'Neither online nor by letter was accepted.' };
    if (taken.length === 2)
      return { zh: '网上、信函渠道均已受理。', en: 'Both online and by letter were accepted.' };
    const other = one === 'online' ? 'letter' : 'online';
    return {
      zh: `${channels[one].zh}渠道已受理，${channels[other].zh}渠道未受理。`,
      en: `Accepted ${channels[one].en}, not ${channels[other].en}.`,
    };
  },
  noneInTime: ({ received, late }: { received: number; late: number }): Sentence =>
    received === 0
      ? { zh: '申请均未受理，期限内没有答复。', en: 'No request was accepted, and none answered.' }
      : {
          zh: `受理${received}件，期限内均未答复${late > 0 ? `（逾期答复${late}件）` : ''}。`,
          en: `Of ${received} accepted none was answered in time${late > 0 ? ` (${late} late)` : ''}.`,
        },
  reply: (of: { received: number; inTime: number; unmet: readonly FormPoint[] }): Sentence => {
    const { received, inTime, unmet } = of;
    const all = inTime === received;
    return {
      zh: `${[
        all ? `受理${received}件，均在期限内答复` : `受理${received}件，期限内答复${inTime}件`,
        ...unmet.map((point) => points[point].zh),
      ].join('；')}。`,
      en: `${[
        `${all ? 'All' : `${inTime} of`} ${received} accepted answered in time`,
        ...unmet.map((point) => points[point].en),
      ].join('; ')}.`,
    };
  },
  answers: (of: { enquiries: number; counts: Record<'in-time' | 'late' | 'none', number> }): Sentence => ({
    zh: `样本含模拟咨询${of.enquiries}条：时限内实质答复${of.counts['in-time']}条，超时实质答复${of.counts.late}条，未答复或答非所问${of.counts.none}条。`,
    en: `The sample has ${of.enquiries} test enquiries: ${of.counts['in-time']} answered in time, ${of.counts.late} late, ${of.counts.none} not.`,
  }),
} as const;
