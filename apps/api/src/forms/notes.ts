import type { LocalText } from '@gongping/scoring';
import { shown } from './read-form.ts';

/** What is said of what could not be carried over. */
export const notes = {
  type: (type: string): LocalText => ({
    zh: `没有与“${shown(type)}”相当的题型，此题未导入。`,
    en: `There is no kind of question like “${shown(type)}”; the question was left out.`,
  }),
  asText: (type: string): LocalText => ({
    zh: `“${shown(type)}”按文字题导入，不检查格式。`,
    en: `“${shown(type)}” was taken as a question answered in words; its form is not checked.`,
  }),
  repeated: (last: number): LocalText => ({
    zh: `重复或循环的部分（至第 ${last} 行）未导入。`,
    en: `What is asked again and again (up to row ${last}) was left out.`,
  }),
  condition: (expression: string): LocalText => ({
    zh: `条件“${shown(expression)}”不能转换，此题总是会问。`,
    en: `The condition “${shown(expression)}” could not be carried over; the question is always asked.`,
  }),
  constraint: (expression: string): LocalText => ({
    zh: `限制“${shown(expression)}”不能转换，未导入。`,
    en: `The constraint “${shown(expression)}” could not be carried over.`,
  }),
  filter: (expression: string): LocalText => ({
    zh: `选项筛选“${shown(expression)}”未导入，所有选项都会列出。`,
    en: `The filter “${shown(expression)}” was left out; all options are offered.`,
  }),
  setting: (name: string): LocalText => ({
    zh: `“${shown(name)}”这项设置未导入。`,
    en: `“${shown(name)}” was not carried over.`,
  }),
  language: (name: string): LocalText => ({
    zh: `“${shown(name)}”不是中文或英文，其文字未导入。`,
    en: `“${shown(name)}” is neither Chinese nor English; its wording was left out.`,
  }),
  languageAsEnglish: (name: string): LocalText => ({
    zh: `文件只有“${shown(name)}”一种语言，其文字放在英文一栏，请补上中文。`,
    en: `The file is in “${shown(name)}” only; its wording was put where English stands. Add the Chinese wording.`,
  }),
  code: (from: string, to: string): LocalText => ({
    zh: `代码“${shown(from)}”改为“${to}”。`,
    en: `The code “${shown(from)}” became “${to}”.`,
  }),
  twice: (code: string): LocalText => ({
    zh: `选项“${shown(code)}”重复，只保留第一个。`,
    en: `The option “${shown(code)}” is there twice; the first was kept.`,
  }),
  list: (name: string): LocalText => ({
    zh: `找不到选项列表“${shown(name)}”，此题未导入。`,
    en: `There is no list of options “${shown(name)}”; the question was left out.`,
  }),
  placeholder: (text: string): LocalText => ({
    zh: `文字中的“${shown(text)}”会原样显示，请改写。`,
    en: `“${shown(text)}” in the wording is shown as it stands; reword it.`,
  }),
  fivePoints: (): LocalText => ({
    zh: '五级量表按 1 至 5 对应 0、25、50、75、100 分导入，并加上“不了解”。',
    en: 'The five points were taken as a scale of 0, 25, 50, 75 and 100, with “Don’t know” added.',
  }),
  comment: (): LocalText => ({
    zh: '选项旁的附言框未导入。',
    en: 'The field for a comment beside the options was left out.',
  }),
  tooLong: (): LocalText => ({
    zh: '文字超过 500 字，已截短。',
    en: 'The wording was longer than 500 characters and was cut.',
  }),
} as const;
