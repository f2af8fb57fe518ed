import type { Actor } from '../../http/actor.ts';
import { isOwnCell, type Cell, type Sheets } from '../score-sheets/sheets.access.ts';

type Owned = { readonly drawnBy: string };
type Drawn = { readonly cell: Cell; readonly row: Owned };

/**
 * Whether a sample of a cell that the person sees is the person's to see. Where two score blindly each draws for
 * themselves: what one drew and found is not for the other until both have handed in, whatever other role they have.
 */
export function seesSample({ sight }: Sheets, actor: Actor, { cell, row }: Drawn): boolean {
  return row.drawnBy === actor.id || !sight.isBlind(cell.unit.id, cell.leaf);
}

/** Whether it is one that the person fills in: whoever scores the cell; of two raters, only the one who drew it. */
export function isOwnSample(sheets: Sheets, actor: Actor, { cell, row }: Drawn): boolean {
  if (!isOwnCell(sheets, cell)) return false;
  return sheets.sight.slotOf(cell.unit.id, cell.leaf) === null || row.drawnBy === actor.id;
}

/** Whether the person may fill it in now: as long as the cell is being scored and is not handed in. */
export function writesSample(sheets: Sheets, actor: Actor, drawn: Drawn): boolean {
  const { unit, leaf } = drawn.cell;
  if (sheets.assessment.phase !== 'scoring' || sheets.sight.hasHandedIn(unit.id, leaf)) return false;
  return isOwnSample(sheets, actor, drawn);
}
