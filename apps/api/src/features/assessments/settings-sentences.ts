import type { Language } from '@gongping/contracts';

/** What can be wrong with settings that have the right shape. `{name}` is filled in. */
export const settingsSentences = {
  systemUnknown: {
    zh: '请选择一个已定稿的指标体系。',
    en: 'Choose an indicator system that is frozen.',
  },
  unitUnknown: {
    zh: '该单位不存在，请从单位列表中选择。',
    en: 'There is no such unit; choose from the list.',
  },
  unitRetired: {
    zh: '“{unit}”已停用，请移出本次评估。',
    en: '“{unit}” is retired; take it out of this assessment.',
  },
  repeated: { zh: '此项重复，请只保留一项。', en: 'This is there twice; keep one.' },
  datesReversed: {
    zh: '结束日期不能早于开始日期。',
    en: 'The last day cannot come before the first.',
  },
  bandsNotDescending: {
    zh: '等次须从高到低排列：最低分应低于上一等次的 {previous} 分。',
    en: 'Bands go from the best to the worst: the minimum must be below {previous}, that of the band above.',
  },
  lastBandNotZero: {
    zh: '最后一个等次的最低分须为 0，使每个得分都有等次。',
    en: 'The last band must begin at 0, so that every score has a band.',
  },
  vetoBandUnknown: { zh: '一票否决等次须是上列等次之一。', en: 'The veto band must be one of the bands.' },
  vetoBandMissing: {
    zh: '已启用一票否决指标，请选择其等次，或停用这些指标。',
    en: 'Vetoes are switched on: choose their band, or switch them off.',
  },
  cannotExclude: {
    zh: '只能停用一级指标、加分项或一票否决项；“{code}”不是。',
    en: 'Only a family, a bonus or a veto can be switched off; “{code}” is none of them.',
  },
  nothingCounts: {
    zh: '至少保留一个计分的一级指标。',
    en: 'At least one family must count.',
  },
  appealNeedsFeedback: {
    zh: '单位须先收到问题清单才能申诉：请同时启用“反馈”。',
    en: 'Units can appeal only against problems they were told: switch the feedback on too.',
  },
  extensionNotLater: {
    zh: '请填写晚于原截止日期（{end}）且不早于今天的日期。',
    en: 'Give a day after the present last day ({end}) that is not in the past.',
  },
  yearFixed: {
    zh: '评估建立后不能更改年度，请另建一个评估。',
    en: 'The year of an assessment is fixed; create another assessment instead.',
  },
} as const satisfies Record<string, Record<Language, string>>;

export type SettingsSentence = keyof typeof settingsSentences;
