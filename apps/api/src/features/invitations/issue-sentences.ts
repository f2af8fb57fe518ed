import { mostTokens } from '@gongping/contracts';

/** What can be wrong with a list of people to invite. */
export const issueSentences = {
  channel: {
    zh: '请选择一个“邀请”或“同行部门”类的渠道；没有的请先新增。',
    en: 'Choose a channel for invited people or peer departments; add one first where there is none.',
  },
  unit: (unit: string) => ({
    zh: `本次评议没有单位“${unit}”，请填写单位代码或名称。`,
    en: `No unit “${unit}” is assessed; write the code or the name of a unit.`,
  }),
  tooMany: (count: number) => ({
    zh: `一次最多发放 ${mostTokens} 个邀请码，这里需要 ${count} 个，请分几次发放。`,
    en: `At most ${mostTokens} tokens are issued at a time; this asks for ${count}. Issue them in several runs.`,
  }),
  email: (email: string) => ({
    zh: `“${email}”不是邮箱地址，请更正或留空。`,
    en: `“${email}” is no e-mail address; correct it, or leave the cell empty.`,
  }),
  holder: {
    zh: '姓名最多 200 字，不含控制字符。',
    en: 'A name has at most 200 characters, and no control characters.',
  },
} as const;
