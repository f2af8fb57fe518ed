import type { Option } from './questionnaire.ts';

const level = (code: string, words: readonly [zh: string, en: string], value: number | null): Option => ({
  code,
  label: { zh: words[0], en: words[1] },
  value,
});

/** The five levels that satisfaction is asked in, with 不了解, which counts as no answer. */
export const fiveLevels: readonly Option[] = [
  level('very-satisfied', ['很满意', 'Very satisfied'], 100),
  level('satisfied', ['满意', 'Satisfied'], 80),
  level('fairly-satisfied', ['基本满意', 'Fairly satisfied'], 60),
  level('not-very-satisfied', ['不太满意', 'Not very satisfied'], 30),
  level('dissatisfied', ['不满意', 'Dissatisfied'], 0),
  level('dont-know', ['不了解', "Don't know"], null),
];
