import type { Option } from '@gongping/questionnaire';

/** How a question of LimeSurvey is asked here, by the letter of its type. */
export type LssKind =
  | { readonly ask: 'choice'; readonly from: 'answers' | Fixed; readonly comment?: boolean }
  | { readonly ask: 'several'; readonly comment?: boolean }
  | { readonly ask: 'matrix'; readonly from: 'answers' | Fixed }
  | { readonly ask: 'number' | 'numbers' | 'text' | 'texts' };

/** Options that LimeSurvey has for a type of its own. */
export type Fixed = 'five' | 'ten' | 'yes-no' | 'yes-no-uncertain' | 'change' | 'gender';

export const lssKinds: Readonly<Record<string, LssKind>> = {
  L: { ask: 'choice', from: 'answers' },
  '!': { ask: 'choice', from: 'answers' },
  O: { ask: 'choice', from: 'answers', comment: true },
  '5': { ask: 'choice', from: 'five' },
  Y: { ask: 'choice', from: 'yes-no' },
  G: { ask: 'choice', from: 'gender' },
  M: { ask: 'several' },
  P: { ask: 'several', comment: true },
  F: { ask: 'matrix', from: 'answers' },
  H: { ask: 'matrix', from: 'answers' },
  A: { ask: 'matrix', from: 'five' },
  B: { ask: 'matrix', from: 'ten' },
  C: { ask: 'matrix', from: 'yes-no-uncertain' },
  E: { ask: 'matrix', from: 'change' },
  N: { ask: 'number' },
  K: { ask: 'numbers' },
  S: { ask: 'text' },
  T: { ask: 'text' },
  U: { ask: 'text' },
  Q: { ask: 'texts' },
};

const option = (code: string, zh: string, en: string): Option => ({ code, label: { zh, en }, value: null });
const dontKnow = option('dont-know', '不了解', "Don't know");

/** Points from 1 on, evenly spread from 0 to 100. */
const points = (count: number): Option[] => [
  ...Array.from({ length: count }, (_, index) => ({
    ...option(String(index + 1), String(index + 1), String(index + 1)),
    value: (100 * index) / (count - 1),
  })),
  dontKnow,
];

export const fixedOptions: Readonly<Record<Fixed, readonly Option[]>> = {
  five: points(5),
  ten: points(10),
  'yes-no': [option('Y', '是', 'Yes'), option('N', '否', 'No')],
  'yes-no-uncertain': [option('Y', '是', 'Yes'), option('N', '否', 'No'), option('U', '不确定', 'Uncertain')],
  change: [option('I', '增加', 'Increase'), option('S', '不变', 'Same'), option('D', '减少', 'Decrease')],
  gender: [option('F', '女', 'Female'), option('M', '男', 'Male')],
};
