import type { Score } from '@gongping/scoring';
import { BundleProblems } from './bundle-error.ts';
import { CellReader } from './cell-reader.ts';
import { CsvRecords } from './csv-records.ts';
import { TableRows } from './csv-table.ts';
import { RowLines } from './row-lines.ts';
import type { StoredFile } from './stored-files.ts';

const required = ['unit', 'indicator', 'value'];

export interface ScoreSource {
  readonly file: string;
  readonly stored: Pick<StoredFile, 'pieces'>;
  /**
   * Units × indicators. What comes after more rows than that is not read: by then some row names what is unknown or
   * was there before.
   */
  readonly pairs: number;
}

/**
 * `unit,indicator,value` (a number, `NA`, or empty) row by row; no more than a piece of the file is in memory.
 *
 * @param found gathers what cannot be read, and the line of each row
 * @throws BundleError where the file is no such table
 */
export const scoreRows = function* (
  { file, stored, pairs }: ScoreSource,
  found: { readonly problems: BundleProblems; readonly lines: RowLines },
): Generator<Score, void> {
  const table = new TableRows(file, { required, problems: found.problems });
  const cells = new CellReader(file, found.problems);
  let rows: Score[] = [];
  let count = 0;
  const records = new CsvRecords(file, (record, line) => {
    const row = table.rowOf(record, line);
    if (row === null) return;
    const value = row.cell('value').trim() === 'NA' ? 'NA' : cells.number(row, 'value');
    rows.push({ unit: row.cell('unit'), indicator: row.cell('indicator'), value });
    found.lines.add(line);
  });
  const taken = (): Score[] => {
    const taking = rows;
    rows = [];
    count += taking.length;
    return taking;
  };
  for (const piece of stored.pieces()) {
    records.push(piece);
    yield* taken();
    if (count > pairs) return;
  }
  records.end();
  table.end();
  yield* taken();
};

/** The scores of a bundle, read anew each time they are gone through. */
export class StoredScores implements Iterable<Score> {
  readonly #source: ScoreSource;

  constructor(source: ScoreSource) {
    this.#source = source;
  }

  [Symbol.iterator](): Generator<Score, void> {
    return scoreRows(this.#source, { problems: new BundleProblems(), lines: new RowLines() });
  }
}
