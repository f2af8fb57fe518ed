import type { ResultRow, Results } from '@gongping/scoring';
import { csvLines } from './csv-text.ts';
import { decimalCell } from './decimal-cell.ts';

export const resultColumns = ['unit', 'node', 'score', 'coverage', 'rank', 'band'] as const;

const cell = (value: number | null): string => (value === null ? '' : decimalCell(value));

const cellsOf = ({ unit, node, score, coverage, rank, band }: ResultRow): string[] => [
  unit,
  node,
  cell(score),
  decimalCell(coverage),
  cell(rank),
  band ?? '',
];

/** Rows turned into text at a time. */
const PIECE = 2_000;

/**
 * `results.csv` in pieces, for results too many to hold as text: a row for each unit and node, the root being `total`;
 * empty where there is no score or rank.
 */
export const resultsCsvPieces = function* (rows: Iterable<ResultRow>): Generator<string, void> {
  let lines: (readonly string[])[] = [resultColumns];
  for (const row of rows) {
    lines.push(cellsOf(row));
    if (lines.length < PIECE) continue;
    yield csvLines(lines);
    lines = [];
  }
  if (lines.length > 0) yield csvLines(lines);
};

/** `results.csv` as a whole. */
export const resultsCsv = ({ rows }: Pick<Results, 'rows'>): string => [...resultsCsvPieces(rows)].join('');
