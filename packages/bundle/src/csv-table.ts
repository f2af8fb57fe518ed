import { bundleError } from './bundle-error.ts';
import type { BundleProblems } from './bundle-error.ts';
import { checkHeader } from './check-header.ts';
import { readRecords } from './csv-records.ts';

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

export interface TableContext {
  readonly required: readonly string[];
  readonly problems: BundleProblems;
}

/** More rows than there are units or indicators anywhere; only scores may have more. */
const MAXIMUM_ROWS = 1_000_000;

/** Makes rows of records: the first is the header; one with more or fewer cells than that is a problem. */
export class TableRows {
  readonly #file: string;
  readonly #context: TableContext;
  readonly #position = new Map<string, number>();
  #columns: readonly string[] | null = null;

  constructor(file: string, context: TableContext) {
    this.#file = file;
    this.#context = context;
  }

  /** After the last record. @returns the columns @throws BundleError where there was not even a header */
  end(): readonly string[] {
    return this.#columns ?? this.#header([]);
  }

  /** @returns null for the header and for a record that was refused */
  rowOf(cells: readonly string[], line: number): CsvRow | null {
    if (this.#columns === null) {
      this.#header(cells.map((column) => column.trim()));
      return null;
    }
    if (cells.length !== this.#columns.length) {
      const sentence = {
        zh: `这一行有 ${cells.length} 个单元格，首行有 ${this.#columns.length} 个；含逗号的单元格要加引号。`,
        en: `The line has ${cells.length} cells, the header has ${this.#columns.length}; a cell with a comma needs quotes.`,
      };
      this.#context.problems.add({ file: this.#file, line, column: null, sentence });
      return null;
    }
    const position = this.#position;
    return { line, cell: (column) => cells[position.get(column) ?? -1] ?? '' };
  }

  #header(columns: readonly string[]): readonly string[] {
    checkHeader(this.#file, columns, this.#context.required);
    for (const [i, column] of columns.entries()) this.#position.set(column, i);
    this.#columns = columns;
    return columns;
  }
}

/**
 * Reads a CSV file (RFC 4180, UTF-8, header line; byte order mark, CRLF, LF and blank lines are accepted).
 * A record with more or fewer cells than the header is a problem.
 *
 * @throws BundleError where the file is not UTF-8, its quotes are broken, a required column is absent, or it has more
 *   than 1,000,000 rows
 */
export const readCsvTable = (file: string, bytes: Uint8Array, context: TableContext): CsvTable => {
  const table = new TableRows(file, context);
  const rows: CsvRow[] = [];
  readRecords(file, bytes, (cells, line) => {
    const row = table.rowOf(cells, line);
    if (row !== null) rows.push(row);
    if (rows.length > MAXIMUM_ROWS) {
      const sentence = {
        zh: `超过 ${MAXIMUM_ROWS} 行，请检查是否选错了文件。`,
        en: `There are more than ${MAXIMUM_ROWS} rows; check that this is the right file.`,
      };
      throw bundleError(file, sentence, { line });
    }
  });
  return { file, columns: table.end(), rows };
};
