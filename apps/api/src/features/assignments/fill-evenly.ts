import { cellKey, otherSlot, sumOfLeaves, type Evaluator, type MatrixCell } from './assignment-matrix.ts';
import type { Rated } from './rated-cells.ts';

/** Cells that one person should have together. */
type Parcel = readonly MatrixCell[];

/**
 * Gives every open cell to an evaluator so that all have about the same number of leaves, what they have already
 * counted in. Nobody gets the unit they belong to, nor both places of two blind raters; a cell that only they could
 * take stays open. Deterministic in the order of the arguments.
 *
 * By unit, a unit's open cells stay together, the largest units first. By family, one evaluator takes a family through
 * all units until the fair share is reached, then the next goes on.
 *
 * @returns the cells given away, with their evaluators
 */
export function fillEvenly(
  cells: readonly MatrixCell[],
  evaluators: readonly Evaluator[],
  { by, rated }: { by: 'unit' | 'family'; rated: Rated },
): MatrixCell[] {
  const open = cells.filter(({ evaluatorId }) => evaluatorId === null);
  const loads = new Map(evaluators.map(({ id }) => [id, 0]));
  for (const { evaluatorId, leaves } of cells) {
    const load = evaluatorId === null ? undefined : loads.get(evaluatorId);
    if (evaluatorId !== null && load !== undefined) loads.set(evaluatorId, load + leaves);
  }
  const fairShare = evaluators.length === 0 ? 0 : sumOfLeaves(cells) / evaluators.length;
  const parcels = by === 'unit' ? unitParcels(open) : familyParcels(open);
  const holders = new Map(cells.map((cell) => [cellKey(cell), cell.evaluatorId]));
  const mayTake = (cell: MatrixCell, { id, homeUnitId }: Evaluator) => {
    const other = cellKey(otherSlot(cell));
    return cell.unitId !== homeUnitId && holders.get(other) !== id && !rated.get(other)?.has(id);
  };
  return parcels.flatMap((parcel) => {
    const eligible = evaluators.filter((one) => parcel.every((cell) => mayTake(cell, one)));
    const size = sumOfLeaves(parcel);
    const load = ({ id }: Evaluator) => loads.get(id) ?? 0;
    const next = by === 'family' ? eligible.find((one) => load(one) + size / 2 <= fairShare) : undefined;
    const chosen = next ?? leastLoaded(eligible, load);
    if (!chosen) return [];
    loads.set(chosen.id, load(chosen) + size);
    for (const cell of parcel) holders.set(cellKey(cell), chosen.id);
    return parcel.map((cell) => ({ ...cell, evaluatorId: chosen.id }));
  });
}

/** The largest first: small ones even out what large ones leave uneven. */
function unitParcels(open: readonly MatrixCell[]): Parcel[] {
  const byUnit = new Map<string, MatrixCell[]>();
  for (const cell of open) {
    const key = `${cell.unitId} ${cell.slot}`;
    byUnit.set(key, [...(byUnit.get(key) ?? []), cell]);
  }
  return [...byUnit.values()].toSorted((a, b) => sumOfLeaves(b) - sumOfLeaves(a));
}

function familyParcels(open: readonly MatrixCell[]): Parcel[] {
  return open.toSorted((a, b) => a.family.localeCompare(b.family, 'en')).map((cell) => [cell]);
}

function leastLoaded(
  evaluators: readonly Evaluator[],
  load: (evaluator: Evaluator) => number,
): Evaluator | undefined {
  return evaluators.toSorted((a, b) => load(a) - load(b))[0];
}
