import type { Results } from '@gongping/scoring';
import { csvText } from './csv-text.ts';
import { decimalCell } from './decimal-cell.ts';

export const resultColumns = ['unit', 'node', 'score', 'coverage', 'rank', 'band'] as const;

const cell = (value: number | null): string => (value === null ? '' : decimalCell(value));

/** `results.csv`: a row for each unit and node, the root being `total`; empty where there is no score or rank. */
export const resultsCsv = (results: Pick<Results, 'rows'>): string =>
  csvText(
    resultColumns,
    results.rows.map(({ unit, node, score, coverage, rank, band }) => [
      unit,
      node,
      cell(score),
      decimalCell(coverage),
      cell(rank),
      band ?? '',
    ]),
  );
