import type { LocalText } from './rule.ts';

/** Sentences for what can be wrong with a rule's input; `{x}` is filled from the problem's params. */
export const ruleSentences = {
  'method-mismatch': {
    zh: '该指标按“{expected}”计分，收到的却是“{actual}”的输入。',
    en: 'This indicator is scored by {expected}, but the input is for {actual}.',
  },
  'full-marks-invalid': {
    zh: '满分必须是大于 0 的数，收到的是 {value}。',
    en: 'Full marks must be a number above 0, not {value}.',
  },
  'not-a-number': { zh: '请填写一个有限的数。', en: 'Enter a finite number.' },
  negative: { zh: '不能小于 0，收到的是 {value}。', en: 'Enter 0 or more, not {value}.' },
  'not-whole': { zh: '请填写整数，收到的是 {value}。', en: 'Enter a whole number, not {value}.' },
  'denominator-zero': {
    zh: '分母为 0，无法计算比例；如果本单位没有应查事项，请标记为“不适用”。',
    en: 'The denominator is 0, so there is no ratio; where the unit has nothing to check, mark the indicator not applicable (N/A).',
  },
  'denominator-fixed': {
    zh: '分母固定为 {expected}，收到的是 {actual}。',
    en: 'The denominator is always {expected}, not {actual}.',
  },
  'denominator-above-maximum': {
    zh: '分母最多为 {maximum}，收到的是 {actual}。',
    en: 'The denominator is at most {maximum}, not {actual}.',
  },
  'numerator-above-denominator': {
    zh: '分子 {numerator} 大于分母 {denominator}，请核对。',
    en: 'The numerator {numerator} is above the denominator {denominator}; check both.',
  },
  'counts-missing': {
    zh: '请按情形逐项填写抽查数量。',
    en: 'Enter how many sampled items fall under each finding.',
  },
  'counts-unexpected': {
    zh: '该指标不按情形计数，请直接填写分子和分母。',
    en: 'This indicator does not count by finding; enter the numerator and the denominator.',
  },
  'credit-unknown': { zh: '没有“{code}”这一情形。', en: 'There is no finding “{code}” in this rule.' },
  'level-unknown': { zh: '没有“{code}”这一等级。', en: 'There is no level “{code}” in this rule.' },
  'coefficient-missing': {
    zh: '该等级需要填写 {minimum} 到 {maximum} 之间的系数。',
    en: 'This level needs a coefficient from {minimum} to {maximum}.',
  },
  'coefficient-out-of-range': {
    zh: '系数应在 {minimum} 到 {maximum} 之间，收到的是 {actual}。',
    en: 'The coefficient must be from {minimum} to {maximum}, not {actual}.',
  },
  'point-unknown': { zh: '没有“{code}”这一要点。', en: 'There is no point “{code}” in this rule.' },
  'point-repeated': { zh: '要点“{code}”重复勾选。', en: 'The point “{code}” is listed twice.' },
  'zero-not-offered': {
    zh: '该指标没有整项记 0 分的情形。',
    en: 'This rule has no finding that sets the whole indicator to 0.',
  },
  'deduction-unknown': {
    zh: '没有“{code}”这一扣分项。',
    en: 'There is no deduction “{code}” in this rule.',
  },
  'deduction-once': {
    zh: '扣分项“{code}”只扣一次，收到的次数是 {count}。',
    en: 'The deduction “{code}” counts once only, not {count} times.',
  },
  'bonus-above-maximum': {
    zh: '加分最多 {maximum} 分，收到的是 {actual}。',
    en: 'The bonus is at most {maximum}, not {actual}.',
  },
} as const satisfies Record<string, LocalText>;

export type RuleProblemCode = keyof typeof ruleSentences;
