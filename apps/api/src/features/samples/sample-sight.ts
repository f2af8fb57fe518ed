import { hasRole, type Actor } from '../../http/actor.ts';
import { isOwnCell, type Cell, type Sheets } from '../score-sheets/sheets.access.ts';

type Owned = { readonly drawnBy: string };

/**
 * Whether a sample of a cell that the person sees is the person's to see. Where two score blindly each draws for
 * themselves: what one drew and found is not for the other.
 */
export function seesSample({ assessment }: Sheets, actor: Actor, { drawnBy }: Owned): boolean {
  if (!assessment.procedure.doubleScoring || drawnBy === actor.id) return true;
  return hasRole(actor, ['organiser', 'reviewer'], assessment.id);
}

/** Whether the person may fill it in: whoever scores the cell, as long as it is being scored. */
export function writesSample(
  sheets: Sheets,
  actor: Actor,
  { cell, row }: { cell: Cell; row: Owned },
): boolean {
  return sheets.assessment.phase === 'scoring' && isOwnCell(sheets, cell) && seesSample(sheets, actor, row);
}
