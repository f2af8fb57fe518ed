import type { LocalText } from '@gongping/scoring';

/** Why a change of a draft is not made. */
export const editSentences = {
  unknown: (code: string): LocalText => ({
    zh: `草稿中没有代码为“${code}”的指标，请刷新页面后重试。`,
    en: `The draft has no indicator with the code “${code}”. Reload the page and try again.`,
  }),
  taken: (code: string): LocalText => ({
    zh: `代码“${code}”已被另一个指标使用，请换一个。`,
    en: `Another indicator has the code “${code}” already. Choose another one.`,
  }),
  belowLeaf: (code: string): LocalText => ({
    zh: `“${code}”有评分规则，其下不能再有指标。请先去掉它的评分规则，或放到别处。`,
    en: `“${code}” has a rule of scoring, so nothing can stand below it. Remove its rule first, or choose another place.`,
  }),
  innerRule: (code: string): LocalText => ({
    zh: `“${code}”下还有指标，它自己不能计分。请把规则设在末级指标上。`,
    en: `Other indicators stand below “${code}”, so it cannot be scored itself. Give the rule to a leaf.`,
  }),
  belowItself: (code: string): LocalText => ({
    zh: `“${code}”不能移到它自己或它的下级之下。`,
    en: `“${code}” cannot be moved below itself.`,
  }),
  notConnected: {
    zh: '有指标的上级不存在，或互为上下级。请刷新页面后重试。',
    en: 'An indicator has a parent that is not there, or is its own ancestor. Reload the page and try again.',
  },
  tooMany: (most: number): LocalText => ({
    zh: `一个指标体系最多 ${most} 个指标，请先删减。`,
    en: `A system has ${most} indicators at the most. Leave some out first.`,
  }),
} as const;

/** A change that is not made; `sentence` says why and what to do. */
export class EditRefusal extends Error {
  readonly sentence: LocalText;

  constructor(sentence: LocalText) {
    super(sentence.en);
    this.name = 'EditRefusal';
    this.sentence = sentence;
  }
}
