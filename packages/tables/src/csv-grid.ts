import { readRecords } from '@gongping/bundle';
import type { LocalText } from '@gongping/scoring';
import { readingTables } from './archive.ts';
import { oneLineBreak, textRefusal } from './cell-text.ts';
import type { Grid, GridRow } from './grid.ts';
import { limits } from './limits.ts';
import { shownText } from './shown-text.ts';
import type { TableProblems } from './table-problems.ts';
import { tablesError } from './tables-error.ts';

const notText: LocalText = {
  zh: '文件既不是 UTF-8 也不是 GB18030（GBK）编码，请在 Excel 或 WPS 中另存为“CSV UTF-8”后再试。',
  en: 'The file is neither UTF-8 nor GB18030 (GBK); save it as “CSV UTF-8” in Excel or WPS and try again.',
};
const wrongSeparator: LocalText = {
  zh: '单元格之间是用分号或制表符隔开的，请另存为以逗号分隔的 CSV（“CSV UTF-8”）。',
  en: 'The cells are separated by semicolons or tabs; save the file as CSV with commas (“CSV UTF-8”).',
};
const tooManyRows: LocalText = {
  zh: `超过 ${limits.rows} 行，请检查是否选错了文件，或拆成几个文件。`,
  en: `There are more than ${limits.rows} rows; check that this is the right file, or split it.`,
};
const tooManyColumns: LocalText = {
  zh: `超过 ${limits.columns} 列，请删去多余的列。`,
  en: `There are more than ${limits.columns} columns; remove those that are not needed.`,
};

const decoded = (bytes: Uint8Array, encoding: 'utf-8' | 'gb18030'): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/**
 * Whether bytes that are not UTF-8 were meant to be: one lost byte would make all of its Chinese other Chinese if it were
 * read as GB18030. Of real GB18030 next to nothing can be read as UTF-8.
 */
const isDamagedUtf8 = (bytes: Uint8Array): boolean => {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return true;
  const text = new TextDecoder('utf-8').decode(bytes);
  const lost = text.match(/\uFFFD/g)?.length ?? 0;
  return (text.match(/[\u0800-\uFFFC]/g)?.length ?? 0) > lost;
};

/** Excel in China writes GB18030 unless it is told otherwise. @throws TablesError where the bytes are neither */
const toUtf8 = (file: string, bytes: Uint8Array): Uint8Array => {
  if (decoded(bytes, 'utf-8') !== null) return bytes;
  const text = isDamagedUtf8(bytes) ? null : decoded(bytes, 'gb18030');
  if (text === null) throw tablesError(file, notText);
  return new TextEncoder().encode(text);
};

/** Makes rows of a CSV file's records. */
class CsvReader {
  readonly rows: GridRow[] = [];
  readonly #file: string;
  readonly #problems: TableProblems;

  constructor(file: string, problems: TableProblems) {
    this.#file = file;
    this.#problems = problems;
  }

  take(record: readonly string[], row: number): void {
    const last = record.findLastIndex((cell) => cell !== '');
    if (last < 0) return;
    const cells = record.slice(0, last + 1);
    const [only = ''] = cells;
    if (this.rows.length === 0 && cells.length === 1 && /[;\t]/.test(only)) {
      throw tablesError(this.#file, wrongSeparator, { row });
    }
    if (cells.length > limits.columns) throw tablesError(this.#file, tooManyColumns, { row });
    // The header is a row too.
    if (this.rows.length > limits.rows) throw tablesError(this.#file, tooManyRows, { row });
    this.rows.push({ row, cells: cells.map((cell, position) => this.#text(cell, { row, position })) });
  }

  #text(cell: string, { row, position }: { readonly row: number; readonly position: number }): string {
    const sentence = textRefusal(cell);
    if (sentence === null) return oneLineBreak(cell);
    const column = csvPlace(position, this.rows[0]?.cells[position] ?? '');
    this.#problems.add({ sheet: this.#file, row, column, sentence });
    return '';
  }
}

const csvPlace = (_position: number, header: string): string | null =>
  header.trim() === '' ? null : shownText(header);

/**
 * The rows of a CSV file (RFC 4180; UTF-8 with or without byte order mark, or GB18030; CRLF or LF).
 *
 * @throws TablesError where it is neither, its quotes are broken, its cells are not separated by commas, or it is out of
 *   bounds
 */
export const readCsvGrid = (
  file: string,
  { bytes, problems }: { readonly bytes: Uint8Array; readonly problems: TableProblems },
): Grid => {
  const reader = new CsvReader(file, problems);
  const text = toUtf8(file, bytes);
  readingTables(() => readRecords(file, text, (record, line) => reader.take(record, line)));
  return { sheet: file, rows: reader.rows, place: csvPlace };
};
