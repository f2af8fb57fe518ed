import type { LocalText } from './rule.ts';

/** Sentences for what a reader of the results should know. */
export const warningSentences = {
  'nothing-present': {
    zh: '{unit} 在 {node} 下没有可计的分数，该节点无得分。',
    en: '{unit} has no score at {node}: nothing below it is applicable and scored.',
  },
  'coverage-below-minimum': {
    zh: '{unit} 在 {node} 的覆盖率为 {coverage}，低于下限 {minimum}，该节点无得分。',
    en: '{unit} has no score at {node}: the coverage {coverage} is below the minimum {minimum}.',
  },
  'zero-weights': {
    zh: '{node} 之下可计的权重全为 0（{unit}），该节点无得分。',
    en: 'No score at {node} ({unit}): all weights that count below it are 0.',
  },
  'negative-value': {
    zh: '{unit} 在 {node} 无得分：{aggregation} 平均不能含负数（{child}）。',
    en: '{unit} has no score at {node}: a {aggregation} mean is undefined with a negative value ({child}).',
  },
  overflow: {
    zh: '{unit} 在 {node} 无得分：数值过大，超出可计算的范围。',
    en: '{unit} has no score at {node}: the numbers are too large to calculate with.',
  },
  'zero-range': {
    zh: '{group} 各单位的 {node} 数值没有差异（或不足两个），{normalisation} 标准化无意义，该指标不计入。',
    en: 'The values of {node} in {group} do not differ (or are fewer than two), so {normalisation} is undefined; the indicator is left out.',
  },
  'component-missing': {
    zh: '{unit} 没有“{component}”得分，其余部分按比例放大到 1。',
    en: '{unit} has no value for {component}; the other parts are rescaled.',
  },
  'total-cap': {
    zh: '{unit} 未计加分的得分 {score} 已超过总分上限 {cap}，请核对分值与量纲。',
    en: '{unit} exceeds the total cap {cap} before any bonus ({score}); check marks and scale.',
  },
  'no-band': {
    zh: '{unit} 的总分 {score} 低于所有等次的下限，没有等次。',
    en: '{unit} has no band: its total {score} is below every minimum.',
  },
  'veto-ignored': {
    zh: '{unit} 触发了一票否决 {node}，但计分方法没有启用一票否决。',
    en: '{unit} triggered the veto {node}, but the method has no veto switched on.',
  },
  'mixed-marks': {
    zh: '{node} 的下级有的带分值、有的不带，改用“权重”列。',
    en: 'Some children of {node} carry marks and some do not; the weight column is used for all of them.',
  },
  'inner-marks': {
    zh: '{node} 不是末级指标，其分值不使用，以下级分值之和为准。',
    en: '{node} is not a leaf: its marks are not used, the sum of the marks below it is.',
  },
  'normalisation-ignored': {
    zh: '{node} 是 {role} 指标，直接计入总分，不作标准化。',
    en: '{node} is a {role} leaf: its value is used as it is, without normalisation.',
  },
} as const satisfies Record<string, LocalText>;

export type WarningCode = keyof typeof warningSentences;
