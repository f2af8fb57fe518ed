import type { LocalText } from './rule.ts';

/** Sentences for what can be wrong with the engine's input. */
export const inputSentences = {
  'no-units': { zh: '没有任何单位。', en: 'There are no units.' },
  'no-indicators': { zh: '没有任何指标。', en: 'There are no indicators.' },
  'no-score-leaves': {
    zh: '指标体系中没有计分的末级指标。',
    en: 'The indicator system has no leaf that is scored.',
  },
  'code-empty': { zh: '代码不能为空。', en: 'A code must not be empty.' },
  'unit-duplicate': { zh: '单位代码“{unit}”重复。', en: 'The unit code “{unit}” occurs twice.' },
  'kind-empty': { zh: '单位“{unit}”没有类别（kind）。', en: 'The unit “{unit}” has no kind.' },
  'indicator-duplicate': {
    zh: '指标代码“{indicator}”重复。',
    en: 'The indicator code “{indicator}” occurs twice.',
  },
  'code-reserved': {
    zh: '“{indicator}”是根节点的保留代码，请改用其他代码。',
    en: '“{indicator}” is reserved for the root; use another code.',
  },
  'parent-unknown': {
    zh: '指标“{indicator}”的上级“{parent}”不存在。',
    en: 'The parent “{parent}” of the indicator “{indicator}” does not exist.',
  },
  'tree-cycle': {
    zh: '指标“{indicator}”处在循环中：它的上级最终又是它自己。',
    en: 'The indicator “{indicator}” is its own ancestor; break the cycle of parents.',
  },
  'weight-invalid': {
    zh: '指标“{indicator}”的权重 {value} 应为 0 到 1e100 之间的数。',
    en: 'The weight {value} of “{indicator}” must be a number from 0 to 1e100.',
  },
  'marks-invalid': {
    zh: '指标“{indicator}”的分值 {value} 应为 0 到 1e100 之间的数。',
    en: 'The marks {value} of “{indicator}” must be a number from 0 to 1e100.',
  },
  'marks-missing-for-kind': {
    zh: '指标“{indicator}”对类别“{kind}”没有分值：请填写 marks 或 marks_{kind}（不计分填 0），或用 applies_to 限定。',
    en: '“{indicator}” has no marks for the kind “{kind}”: give marks or marks_{kind} (0 where it does not count), or limit it with applies_to.',
  },
  'aggregation-unknown': {
    zh: '“{value}”不是可用的合成方法（arithmetic、geometric、harmonic、sum）。',
    en: '“{value}” is not an aggregation; use arithmetic, geometric, harmonic or sum.',
  },
  'normalisation-invalid': {
    zh: '指标“{indicator}”的标准化方法“{value}”无法识别，例如 share、minmax:0:100、goalposts:0:50:0:100。',
    en: 'The normalisation “{value}” of “{indicator}” is not understood; for example share, minmax:0:100, goalposts:0:50:0:100.',
  },
  'share-without-marks': {
    zh: '指标“{indicator}”用 share 标准化，但没有分值。',
    en: '“{indicator}” is normalised by share but carries no marks.',
  },
  'direction-invalid': {
    zh: '指标“{indicator}”的方向应为 1 或 -1，收到的是 {value}。',
    en: 'The direction of “{indicator}” must be 1 or -1, not {value}.',
  },
  'role-unknown': {
    zh: '指标“{indicator}”的角色“{value}”应为 score、bonus、penalty 或 veto。',
    en: 'The role “{value}” of “{indicator}” must be score, bonus, penalty or veto.',
  },
  'role-on-inner-node': {
    zh: '“{indicator}”不是末级指标，角色只能写在末级指标上。',
    en: '“{indicator}” is not a leaf; a role belongs to leaves.',
  },
  'score-unit-unknown': {
    zh: '得分引用的单位“{unit}”不存在。',
    en: 'The score is for a unit “{unit}” that does not exist.',
  },
  'score-indicator-unknown': {
    zh: '得分引用的指标“{indicator}”不存在。',
    en: 'The score is for an indicator “{indicator}” that does not exist.',
  },
  'score-at-inner-node': {
    zh: '“{indicator}”不是末级指标，不能直接打分。',
    en: '“{indicator}” is not a leaf, so it cannot be scored directly.',
  },
  'score-duplicate': {
    zh: '单位“{unit}”在指标“{indicator}”上有两个得分。',
    en: 'The unit “{unit}” has two scores for the indicator “{indicator}”.',
  },
  'score-not-applicable-kind': {
    zh: '指标“{indicator}”不适用于“{kind}”类单位“{unit}”，不应有得分。',
    en: '“{indicator}” does not apply to the unit “{unit}” of kind “{kind}”, so it must not be scored.',
  },
  'value-not-finite': { zh: '得分必须是有限的数。', en: 'A score must be a finite number.' },
  'value-above-marks': {
    zh: '单位“{unit}”在“{indicator}”上的得分 {value} 超过满分 {marks}。',
    en: 'The score {value} of “{unit}” for “{indicator}” is above its full marks {marks}.',
  },
  'value-below-zero': {
    zh: '单位“{unit}”在“{indicator}”上的得分 {value} 小于 0。',
    en: 'The score {value} of “{unit}” for “{indicator}” is below 0.',
  },
  'veto-value': {
    zh: '一票否决“{indicator}”的值应为 0 或 1，收到的是 {value}。',
    en: 'The veto “{indicator}” takes 0 or 1, not {value}.',
  },
  'unscored-count': {
    zh: '还有 {count} 项未打分，计分方法不允许缺项；请补齐，或把 unscored 设为 exclude 或 zero。',
    en: 'Unscored leaves: {count}. The method refuses them; score them, or set “unscored” to exclude or zero.',
  },
  unscored: {
    zh: '单位“{unit}”的指标“{indicator}”未打分。',
    en: 'The unit “{unit}” is unscored on “{indicator}”.',
  },
  'component-duplicate': {
    zh: '组成部分“{component}”重复。',
    en: 'The component “{component}” occurs twice.',
  },
  'component-code-reserved': {
    zh: '“tree”是指标得分的保留代码，组成部分请改用其他代码。',
    en: '“tree” is reserved for the indicator score; give the component another code.',
  },
  'component-weight': {
    zh: '组成部分“{component}”的权重 {value} 应在 0 到 1 之间。',
    en: 'The weight {value} of the component “{component}” must be from 0 to 1.',
  },
  'component-weights-sum': {
    zh: '各组成部分的权重合计 {value}，超过 1。',
    en: 'The weights of the components add up to {value}, which is above 1.',
  },
  'component-unit-unknown': {
    zh: '“{component}”引用的单位“{unit}”不存在。',
    en: 'The component “{component}” names a unit “{unit}” that does not exist.',
  },
  'component-value': {
    zh: '“{component}”中单位“{unit}”的值必须是有限的数。',
    en: 'The value of “{unit}” in the component “{component}” must be a finite number.',
  },
  'component-mismatch': {
    zh: '计分方法声明的组成部分“{component}”与所给数据不一致（代码或权重）。',
    en: 'The component “{component}” of the method and the components given differ (code or weight).',
  },
  'method-not-object': { zh: '计分方法必须是一个对象。', en: 'The method must be an object.' },
  'method-key-unknown': {
    zh: '计分方法中没有“{key}”这一项，请检查拼写。',
    en: 'The method has no key “{key}”; check the spelling.',
  },
  'method-value': {
    zh: '计分方法的“{key}”应为 {expected}，收到的是 {value}。',
    en: 'The method’s “{key}” must be {expected}, not {value}.',
  },
  'band-duplicate': {
    zh: '等次“{band}”的代码或下限重复。',
    en: 'The band “{band}” repeats a code or a minimum.',
  },
  'veto-band-unknown': {
    zh: '一票否决指向的等次“{band}”不在等次表中。',
    en: 'The veto’s band “{band}” is not among the bands.',
  },
} as const satisfies Record<string, LocalText>;

export type InputProblemCode = keyof typeof inputSentences;
