import type { UnitRow } from '../units/unit.service.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { cellsOf, type Cell, type Sheets } from '../score-sheets/sheets.access.ts';

/** @throws ProblemError `not-found` where the round is scored once */
export function requireTwoRaters({ assessment }: Sheets): void {
  if (!assessment.procedure.doubleScoring) throw new ProblemError('not-found');
}

/** The cells of a unit by the family they are handed in with, whoever may look at them, in printing order. */
export function familiesOf({ leaves, sight }: Sheets, unit: UnitRow): Map<string, Cell[]> {
  return Map.groupBy(cellsOf(leaves, unit), ({ leaf }) => sight.familyOf(unit.id, leaf));
}

/** The cells of one family. @throws ProblemError `not-found` where the unit has none there */
export function cellsOfFamily(sheets: Sheets, unit: UnitRow, family: string): Cell[] {
  const cells = familiesOf(sheets, unit).get(family);
  if (!cells) throw new ProblemError('not-found');
  return cells;
}
