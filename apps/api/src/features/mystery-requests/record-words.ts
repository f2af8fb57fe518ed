import type {
  MysteryChannel,
  MysteryFinding,
  MysteryKind,
  MysteryState,
  ReplyPoint,
} from '@gongping/contracts';

/** Chinese words of the log, for the record that is kept as evidence. */
export const kindNames = { request: '依申请公开', enquiry: '咨询' } as const satisfies Record<
  MysteryKind,
  string
>;

export const channelNames = {
  online: '网上',
  letter: '信函',
  email: '电子邮件',
  fax: '传真',
  in_person: '当面',
  phone: '电话',
  social_media: '政务新媒体',
} as const satisfies Record<MysteryChannel, string>;

export const stateNames = {
  sent: '已提交，未见回执',
  silent: '期限内无回应',
  refused: '未受理',
  processing: '办理中',
  awaiting_correction: '待申请人补正',
  consulting: '征求意见中',
  overdue: '逾期未答复',
  replied: '按期答复',
  replied_late: '逾期答复',
} as const satisfies Record<MysteryState, string>;

export const findingNames = {
  correction_late: '补正告知超过期限',
  extension_late: '延期告知晚于答复期限',
  consultation_long: '征求意见超过期限',
} as const satisfies Record<MysteryFinding, string>;

export const pointNames = {
  content: '载明答复内容与依据',
  reasons: '不予公开的说明理由',
  remedies: '载明救济途径',
  seal: '机关落款盖章',
  substance: '实质答复',
} as const satisfies Record<ReplyPoint, string>;
