import type { Appraisal } from '@gongping/contracts';
import { addCells, cellsWithin, meanToMargins, type CellTally, type Margins } from '@gongping/statistics';
import type { UnitTally } from './appraisal.mapper.ts';

/**
 * The mean of the answers about one unit that count, weighted to known totals of the population; null where none counts.
 * Of those who belong to the same categories only their number and the sum of their scores matter, which the tallies have.
 */
export function weighTallies(all: readonly UnitTally[], margins: Margins): Appraisal['weighted'] {
  const tallies = all.filter(({ state }) => state === 'counted');
  const variables = Object.keys(margins).toSorted();
  if (tallies.length === 0 || variables.length === 0) return null;
  const cells: CellTally = {};
  for (const { tally } of tallies) if (tally.cells) addCells(cells, tally.cells);
  return meanToMargins(cellsWithin(cells, variables, margins), margins);
}
