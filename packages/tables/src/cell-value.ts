import type { LocalText } from '@gongping/scoring';
import { shownText } from './shown-text.ts';
import { decodeEscapes } from './run-text.ts';

/** A `c` element: a cell as a workbook holds it. */
export interface StoredCell {
  /** Its `t`: what kind of value it is; `n`, a number, where there is none. */
  readonly type: string;
  /** Whether its style shows a number as a date or a time. */
  readonly isDate: boolean;
  readonly isFormula: boolean;
  /** Content of `v`; null where there is no `v`. */
  readonly value: string | null;
  /** Content of `is`. */
  readonly inline: string | null;
}

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

const noCachedValue: LocalText = {
  zh: '单元格是公式，文件中没有它的结果；请在 Excel 或 WPS 中打开并保存一次，或把公式换成数值。',
  en: 'The cell is a formula whose result is not in the file; open and save the file in Excel or WPS once, or replace the formula by its value.',
};

const dateRefused: LocalText = {
  zh: '这里的内容变成了日期或时间；请把单元格格式设为“文本”，再重新输入。',
  en: 'The content of this cell has become a date or time; set the cell’s format to Text, then type it anew.',
};

const errorRefused = (error: string): LocalText => ({
  zh: `单元格的公式出错（${shownText(error)}），请改正，或直接填写数值。`,
  en: `The formula of this cell failed (${shownText(error)}); correct it, or write the value.`,
});

const tooLong = (value: string): LocalText => ({
  zh: `数字 ${value} 位数过多，表格软件保存不了它的末几位；请把单元格格式设为“文本”，再重新输入。`,
  en: `The number ${value} has more digits than a spreadsheet keeps; set the cell’s format to Text, then type it anew.`,
});

/** @returns null where it is no number */
const numberText = (value: string): string | LocalText | null => {
  const number = Number(value);
  if (!NUMBER.test(value) || !Number.isFinite(number)) return null;
  if (Math.abs(number) > Number.MAX_SAFE_INTEGER) return tooLong(shownText(value));
  return String(number === 0 ? 0 : number);
};

/**
 * What a cell says, as text: numbers as short as they can be read back, true and false as 1 and 0, of a formula its
 * result.
 *
 * @returns a sentence where a person must mend the cell; null where the file is damaged
 */
export const cellValue = (cell: StoredCell, shared: readonly string[]): string | LocalText | null => {
  const value = cell.value ?? '';
  if (cell.isFormula && cell.type !== 'str' && value === '') return noCachedValue;
  if (cell.isFormula && cell.value === null) return noCachedValue;
  switch (cell.type) {
    case 'inlineStr':
      return cell.inline ?? '';
    case 'str':
      return decodeEscapes(value);
    case 'e':
      return errorRefused(value);
  }
  if (value.trim() === '') return '';
  switch (cell.type) {
    case 's':
      return /^\d+$/.test(value) ? (shared[Number(value)] ?? null) : null;
    case 'b':
      return value === '1' || value === 'true' ? '1' : '0';
    case 'd':
      return dateRefused;
    case 'n':
      return cell.isDate && NUMBER.test(value.trim()) ? dateRefused : numberText(value.trim());
    default:
      return null;
  }
};
