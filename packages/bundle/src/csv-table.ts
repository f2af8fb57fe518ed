import { CsvError, parse } from 'csv-parse/sync';
import type { LocalText } from '@gongping/scoring';
import { bundleError } from './bundle-error.ts';
import type { BundleProblems } from './bundle-error.ts';
import { parseDecimalCell } from './decimal-cell.ts';
import { fileText } from './file-text.ts';

/** One record of a CSV file with the line it begins on. */
export interface CsvRow {
  readonly line: number;
  /** The cell under a header; empty where the file has no such column. */
  cell(column: string): string;
}

export interface CsvTable {
  readonly file: string;
  readonly columns: readonly string[];
  readonly rows: readonly CsvRow[];
}

interface ParsedRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** A cell longer than this is no name or number; without a limit one open quote swallows the file. */
const LONGEST_RECORD = 1_000_000;

const parseRecords = (file: string, text: string): ParsedRecord[] => {
  try {
    const records: unknown = parse(text, {
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      max_record_size: LONGEST_RECORD,
    });
    return records as ParsedRecord[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? error['lines'] : null;
    if (error.code === 'CSV_MAX_RECORD_SIZE') {
      throw bundleError(
        file,
        { zh: '这一行过长，或有引号没有闭合。', en: 'A record is too long, or a quote is never closed.' },
        { line },
      );
    }
    throw bundleError(
      file,
      {
        zh: '引号的用法不符合 CSV 规则（RFC 4180）：含逗号、引号或换行的单元格整体加引号，其中的引号写两遍。',
        en: 'The quotes do not follow RFC 4180: quote the whole cell, and double the quotes inside it.',
      },
      { line },
    );
  }
};

const breaksIn = (record: readonly string[]): number =>
  record.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);

const checkHeader = (file: string, columns: readonly string[], required: readonly string[]): void => {
  const repeated = columns.find((column, i) => column !== '' && columns.indexOf(column) !== i);
  if (repeated !== undefined) {
    const sentence = { zh: `列“${repeated}”出现了两次。`, en: `The column “${repeated}” occurs twice.` };
    throw bundleError(file, sentence, { line: 1, column: repeated });
  }
  const missing = required.find((column) => !columns.includes(column));
  if (missing !== undefined) {
    const listed = required.join(', ');
    const sentence = {
      zh: `首行缺少“${missing}”列；必需的列：${listed}。`,
      en: `The header line has no column “${missing}”; it needs ${listed}.`,
    };
    throw bundleError(file, sentence, { line: 1, column: missing });
  }
};

/**
 * Reads a CSV file (RFC 4180, UTF-8, header line; byte order mark, CRLF, LF and blank lines are accepted).
 * A record with more or fewer cells than the header is a problem.
 *
 * @throws BundleError where the file is not UTF-8, its quotes are broken, or a required column is absent
 */
export const readCsvTable = (
  file: string,
  bytes: Uint8Array,
  context: { readonly required: readonly string[]; readonly problems: BundleProblems },
): CsvTable => {
  const [header, ...records] = parseRecords(file, fileText(file, bytes));
  const columns = (header?.record ?? []).map((column) => column.trim());
  checkHeader(file, columns, context.required);
  const position = new Map(columns.map((column, i) => [column, i]));
  const rows = records.flatMap(({ record, info }): CsvRow[] => {
    const line = info.lines - breaksIn(record);
    if (record.length !== columns.length) {
      const sentence = {
        zh: `这一行有 ${record.length} 个单元格，首行有 ${columns.length} 个。`,
        en: `The line has ${record.length} cells, the header has ${columns.length}.`,
      };
      context.problems.add({ file, line, column: null, sentence });
      return [];
    }
    return [{ line, cell: (column) => record[position.get(column) ?? -1] ?? '' }];
  });
  return { file, columns, rows };
};

/** Turns cells into values and gathers what cannot be turned. */
export class CellReader {
  readonly #file: string;
  readonly #problems: BundleProblems;

  constructor(file: string, problems: BundleProblems) {
    this.#file = file;
    this.#problems = problems;
  }

  refuse(row: CsvRow, column: string, sentence: LocalText): void {
    this.#problems.add({ file: this.#file, line: row.line, column, sentence });
  }

  /** A number, or null where the cell is empty or refused. */
  number(row: CsvRow, column: string): number | null {
    const cell = row.cell(column);
    if (cell.trim() === '') return null;
    const value = parseDecimalCell(cell);
    if (typeof value === 'number') return value;
    this.refuse(row, column, value);
    return null;
  }

  /** One of the options, or null where the cell is empty or refused. */
  choice<T extends string>(row: CsvRow, column: string, options: readonly T[]): T | null {
    const cell = row.cell(column).trim();
    const found = options.find((option) => option === cell);
    if (found !== undefined) return found;
    if (cell === '') return null;
    this.refuse(row, column, {
      zh: `“${cell}”不可用，可选：${options.join('、')}。`,
      en: `“${cell}” is not one of ${options.join(', ')}.`,
    });
    return null;
  }
}
