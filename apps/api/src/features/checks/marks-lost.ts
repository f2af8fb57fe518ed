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

/** Whether a score departs from plain full marks without saying why. */
export function lacksReason(cell: CheckedCell): boolean {
  return missingOf(cell, { ...cell.leaf, fullMarks: cell.fullMarks }, 1).includes('reason');
}
