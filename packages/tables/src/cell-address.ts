import { shownText } from './shown-text.ts';

/** What a spreadsheet has at most. */
const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

/** 0 → A, 25 → Z, 26 → AA. */
export const columnLetter = (position: number): string => {
  const last = String.fromCharCode(65 + (position % 26));
  return position < 26 ? last : columnLetter(Math.floor(position / 26) - 1) + last;
};

/** A cell's row, as a spreadsheet counts, and position in it, counted from 0; null where there is no such cell. */
export const parseAddress = (address: string): { readonly row: number; readonly position: number } | null => {
  const [, letters, digits] = /^([A-Z]{1,3})(\d{1,7})$/.exec(address) ?? [];
  if (letters === undefined) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(digits);
  return row >= 1 && row <= LAST_ROW && column <= LAST_COLUMN ? { row, position: column - 1 } : null;
};

/** `C（满分）`: where a person finds a column. */
export const columnPlace = (position: number, header: string): string =>
  header === '' ? columnLetter(position) : `${columnLetter(position)}（${shownText(header)}）`;
