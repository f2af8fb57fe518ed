import type { Words } from '@gongping/questionnaire';

export type Language = keyof Words;

/** Ours for a language as forms name it: `English (en)`, `zh-Hans`, `中文`. Null for another one. */
export function languageOf(name: string): Language | null {
  const said = name.trim().toLowerCase();
  if (/(^|[^a-z])zh([^a-z]|$)|chinese|中文|汉语|简体/.test(said)) return 'zh';
  if (/(^|[^a-z])en([^a-z]|$)|english|英文|英语/.test(said)) return 'en';
  return null;
}

/** Words whose language is not told: Chinese where there is a Chinese character. */
export function wordsOf(text: string): Words {
  return /\p{Script=Han}/u.test(text) ? { zh: text, en: '' } : { zh: '', en: text };
}

export const noWords: Words = { zh: '', en: '' };
