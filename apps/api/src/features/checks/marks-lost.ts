import { missingOf } from '../score-sheets/missing.ts';
import type { CheckedCell } from './check-facts.ts';

/** Share of the full marks that a scored leaf of the 100 has; null of any other cell. */
export function shareOf({ leaf, state, marks, fullMarks }: CheckedCell): number | null {
  if (leaf.role !== 'score' || state !== 'scored' || marks === null || fullMarks <= 0) return null;
  return marks / fullMarks;
}

/** Float dust of a division. */
const dust = 1e-9;

export const isFull = (share: number): boolean => share >= 1 - dust;
export const isSame = (one: number, other: number): boolean => Math.abs(one - other) <= dust;

/**
 * Whether a score departs from plain full marks without saying why. Where there is no input to follow it from (a mean of
 * two raters), marks lost need a reason.
 */
export function lacksReason(cell: CheckedCell): boolean {
  if (cell.state !== 'scored' || cell.reason.trim() !== '') return false;
  if (cell.input !== null)
    return missingOf(cell, { ...cell.leaf, fullMarks: cell.fullMarks }, 1).includes('reason');
  const share = shareOf(cell);
  return share !== null && !isFull(share);
}
