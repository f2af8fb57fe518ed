import type { ResultRow, Results } from '@gongping/scoring';
import { csvLine } from './csv-text.ts';
import { decimalCell } from './decimal-cell.ts';

export const resultColumns = ['unit', 'node', 'score', 'coverage', 'rank', 'band'] as const;

const cell = (value: number | null): string => (value === null ? '' : decimalCell(value));

/**
 * `results.csv` line by line, for results too many to hold as text: the header, then a row for each unit and node, the
 * root being `total`; empty where there is no score or rank.
 */
export const resultsCsvLines = function* (rows: Iterable<ResultRow>): Generator<string, void> {
  yield csvLine(resultColumns);
  for (const { unit, node, score, coverage, rank, band } of rows) {
    yield csvLine([unit, node, cell(score), decimalCell(coverage), cell(rank), band ?? '']);
  }
};

/** `results.csv` as a whole. */
export const resultsCsv = ({ rows }: Pick<Results, 'rows'>): string => [...resultsCsvLines(rows)].join('');
