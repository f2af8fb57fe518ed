import type { LocalText } from '@gongping/scoring';

/** What can be wrong with a cell whatever it means. */
export const cellSentences = {
  required: (): LocalText => ({ zh: '此格不能为空，请填写。', en: 'The cell is empty; fill it in.' }),
  mustBeEmpty: (why: LocalText): LocalText => ({
    zh: `${why.zh}，请清空此格。`,
    en: `${why.en}; empty the cell.`,
  }),
  word: (cell: string, choices: string): LocalText => ({
    zh: `“${shown(cell)}”不是可用的值，请填写以下之一：${choices}。`,
    en: `“${shown(cell)}” is not known here; write one of: ${choices}.`,
  }),
  code: (cell: string): LocalText => ({
    zh: `代码“${shown(cell)}”不合要求：1 至 32 个字母、数字、点、横线或下划线，以字母或数字开头。`,
    en: `The code “${shown(cell)}” cannot be used: 1 to 32 letters, digits, points, hyphens or underscores, beginning with a letter or digit.`,
  }),
  number: (cell: string): LocalText => ({
    zh: `“${shown(cell)}”不是数，请写作 12.5 这样的十进制数，不带单位和百分号。`,
    en: `“${shown(cell)}” is not a number; write a decimal such as 12.5, without a unit or a per cent sign.`,
  }),
  range: (cell: string, range: LocalText): LocalText => ({
    zh: `“${shown(cell)}”超出范围，应为${range.zh}。`,
    en: `“${shown(cell)}” is out of range; it must be ${range.en}.`,
  }),
  wholeNumbers: (cell: string): LocalText => ({
    zh: `“${shown(cell)}”应为正整数，多个之间用竖线分隔，例如 1|8|14。`,
    en: `“${shown(cell)}” must be positive whole numbers, separated by a vertical bar, for example 1|8|14.`,
  }),
  repeatedEntry: (what: string): LocalText => ({
    zh: `“${shown(what)}”在此格中出现了两次，请合并为一次。`,
    en: `“${shown(what)}” is twice in this cell; write it once.`,
  }),
  repeated: (what: string, row: number): LocalText => ({
    zh: `“${shown(what)}”与第 ${row} 行重复，请只保留一行。`,
    en: `“${shown(what)}” is in row ${row} already; keep one of the two rows.`,
  }),
} as const;

/** A long text of a cell, as a sentence can hold it. */
export function shown(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 60)}…`;
}
