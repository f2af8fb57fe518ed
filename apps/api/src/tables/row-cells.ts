import { code as codeShape } from '@gongping/contracts';
import type { LocalText } from '@gongping/scoring';
import type { ReadTable, TableProblems, TableRow } from '@gongping/tables';
import { cellSentences } from './cell-sentences.ts';
import { readList } from './list-cell.ts';
import { yesOrNo, type Words } from './words.ts';

/** Which numbers a cell takes. */
export interface NumberRange {
  fits(value: number): boolean;
  /** After “must be”. */
  readonly said: LocalText;
}

const decimal = /^\d+(\.\d+)?(e[+-]?\d+)?$/i;
/** Whole numbers that the database holds. */
const mostWhole = 999_999;

/**
 * The cells of a row read for what they mean. What is wrong is added to the problems, and reading goes on with null or
 * what stands for it, so that one run finds everything.
 */
export class RowCells {
  readonly row: number;
  readonly #table: ReadTable;
  readonly #row: TableRow;
  readonly #problems: TableProblems;

  constructor(table: ReadTable, row: TableRow, problems: TableProblems) {
    this.row = row.row;
    this.#table = table;
    this.#row = row;
    this.#problems = problems;
  }

  /** @param column null where the row as a whole is meant */
  problem(column: string | null, sentence: LocalText): void {
    this.#problems.at(this.#table, this.#row, column, sentence);
  }

  has(column: string): boolean {
    return this.#table.has(column);
  }

  /** As it stands. */
  text(column: string): string {
    return this.#row.cell(column);
  }

  isEmpty(column: string): boolean {
    return this.text(column).trim() === '';
  }

  /** As it stands; a problem where there is nothing to see. */
  requiredText(column: string): string {
    if (this.isEmpty(column)) this.problem(column, cellSentences.required());
    return this.text(column);
  }

  /** Null where there is nothing to see. */
  optionalText(column: string): string | null {
    return this.isEmpty(column) ? null : this.text(column);
  }

  /** A code as the API takes it. */
  code(column: string): string {
    const cell = this.requiredText(column).trim();
    if (cell !== '' && !codeShape.safeParse(cell).success) this.problem(column, cellSentences.code(cell));
    return cell;
  }

  word<W extends string>(column: string, words: Words<W>): W | null {
    if (this.requiredText(column).trim() === '') return null;
    const word = words.read(this.text(column));
    if (word === null) this.problem(column, cellSentences.word(this.text(column), words.choices));
    return word;
  }

  /** Null where the cell is empty; what is unknown is a problem. */
  optionalWord<W extends string>(column: string, words: Words<W>): W | null {
    return this.isEmpty(column) ? null : this.word(column, words);
  }

  /** An empty cell is a no. */
  flag(column: string): boolean {
    return this.optionalWord(column, yesOrNo) === '1';
  }

  /** Null where the cell is empty or holds no such number. */
  number(column: string, range: NumberRange): number | null {
    if (this.isEmpty(column)) return null;
    const cell = this.text(column).normalize('NFKC').trim();
    const value = Number(cell);
    const isNumber = decimal.test(cell) && Number.isFinite(value);
    if (isNumber && range.fits(value)) return value;
    this.problem(column, isNumber ? cellSentences.range(cell, range.said) : cellSentences.number(cell));
    return null;
  }

  requiredNumber(column: string, range: NumberRange): number | null {
    return this.requiredText(column).trim() === '' ? null : this.number(column, range);
  }

  /** Positive whole numbers separated by a vertical bar. */
  wholeNumbers(column: string): number[] {
    const numbers = readList(this.text(column)).map((entry) => (/^\d{1,6}$/.test(entry) ? Number(entry) : 0));
    if (numbers.every((number) => number > 0 && number <= mostWhole)) return numbers;
    this.problem(column, cellSentences.wholeNumbers(this.text(column)));
    return [];
  }

  /** What has no meaning in the row must not be there. */
  requireEmpty(columns: readonly string[], why: LocalText): void {
    for (const column of columns) {
      if (!this.isEmpty(column)) this.problem(column, cellSentences.mustBeEmpty(why));
    }
  }
}
