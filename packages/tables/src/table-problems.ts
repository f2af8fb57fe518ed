import type { LocalText } from '@gongping/scoring';
import { TablesError } from './tables-error.ts';
import type { TableProblem } from './tables-error.ts';
import type { ReadTable, TableRow } from './table.ts';

/** A file with a million bad rows needs no million sentences. */
const LISTED = 500;

/** Gathers problems, so that one run reports all of them. */
export class TableProblems {
  readonly #problems: TableProblem[] = [];
  #count = 0;

  add(problem: TableProblem): void {
    this.#count += 1;
    if (this.#problems.length < LISTED) this.#problems.push(problem);
  }

  /**
   * What a reader of a table's meaning finds wrong.
   *
   * @param row null where the table as a whole is meant
   * @param column its machine name; null where the row as a whole is meant
   */
  // eslint-disable-next-line max-params -- a place and a sentence: nobody mixes up the four
  at(table: ReadTable, row: TableRow | null, column: string | null, sentence: LocalText): void {
    this.add({
      sheet: table.sheet,
      row: row?.row ?? null,
      column: column === null ? null : table.place(column),
      sentence,
    });
  }

  /** @throws TablesError where anything was added */
  throwIfAny(): void {
    if (this.#count > 0) throw new TablesError(this.#problems, this.#count);
  }
}
