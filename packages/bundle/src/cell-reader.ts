import type { LocalText } from '@gongping/scoring';
import type { BundleProblems } from './bundle-error.ts';
import type { CsvRow } from './csv-table.ts';
import { parseDecimalCell } from './decimal-cell.ts';
import { shownText } from './shown-text.ts';

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
    const shown = shownText(cell);
    this.refuse(row, column, {
      zh: `“${shown}”不可用，可选：${options.join('、')}。`,
      en: `“${shown}” is not one of ${options.join(', ')}.`,
    });
    return null;
  }
}
