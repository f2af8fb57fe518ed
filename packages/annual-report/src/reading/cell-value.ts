import type { Measure } from '../form.ts';

/** What a cell says. */
export type CellValue =
  | { readonly kind: 'number'; readonly value: number; readonly unit: string }
  | { readonly kind: 'blank' }
  /** A stroke or a word in place of a number. */
  | { readonly kind: 'dash' }
  | { readonly kind: 'words' };

const NUMBER =
  /^([+-]|增加?|减少?)?(\d{1,3}(?:[,，]\d{3})+|\d+)(\.\d+)?(件次|件|项|个|宗|份|条|起|万元|元|亿元)?$/;
const NOUGHT = /^[〇零Oo]$/;
const DASH = /^[-—–―/\\无]+$/;

/** A text with digits, signs and blanks of one kind. */
export const evenText = (text: string): string =>
  text.normalize('NFKC').replaceAll(/[\s\u200b-\u200f\ufeff]+/gu, '');

/** Reads a cell as a person does: full-width digits, thousands, `+19`, `减4`, `240万元`. */
export const cellValue = (text: string): CellValue => {
  const even = evenText(text).replaceAll('−', '-');
  if (even === '') return { kind: 'blank' };
  if (NOUGHT.test(even)) return { kind: 'number', value: 0, unit: '' };
  const [, sign = '', whole, fraction = '', unit = ''] = NUMBER.exec(even) ?? [];
  if (whole === undefined) return { kind: DASH.test(even) ? 'dash' : 'words' };
  const size = Number(whole.replaceAll(/[,，]/g, '') + fraction);
  const value = /[-减]/.test(sign) && size !== 0 ? -size : size;
  return { kind: 'number', value, unit };
};

const MONEY = /元$/;
/** In 万元. */
const worth: Readonly<Record<string, number>> = { 元: 1e-4, 万元: 1, 亿元: 1e4 };

/** @returns null where the unit says that this is no number of this measure */
export const measured = (
  { value, unit }: { readonly value: number; readonly unit: string },
  measure: Measure,
): number | null => (measure !== 'amount' && MONEY.test(unit) ? null : value);

/** An amount in 万元, as the form of 2021 asks for; without a unit it is that already. */
export const inTenThousands = (value: number, unit: string): number => {
  const factor = worth[unit] ?? 1;
  // Dividing by a whole number is exact where multiplying by 0.0001 is not.
  return factor < 1 ? value / (1 / factor) : value * factor;
};
