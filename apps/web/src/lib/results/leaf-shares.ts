import type { RankedUnit, Ranking } from '@gongping/contracts';

export type LeafShares = Ranking['leaves'][number];

/** Shares of full marks: `values[unit][leaf]`, with the mean of each leaf over the units that have one. */
export interface HeatGrid {
  readonly units: readonly RankedUnit[];
  readonly leaves: readonly LeafShares[];
  readonly values: readonly (readonly (number | null)[])[];
  readonly means: readonly number[];
}

/** Units by the leaves that at least one of them was scored on. */
export function heatGrid(leaves: readonly LeafShares[], units: readonly RankedUnit[]): HeatGrid {
  const scored = leaves.flatMap((leaf) => {
    const mean = meanShare(leaf, units);
    return mean === null ? [] : [{ leaf, mean }];
  });
  return {
    units,
    leaves: scored.map(({ leaf }) => leaf),
    values: units.map(({ code }) => scored.map(({ leaf }) => leaf.shares[code] ?? null)),
    means: scored.map(({ mean }) => mean),
  };
}

/** Mean share of a leaf over the units that were scored on it; null without any. */
export function meanShare(leaf: LeafShares, units: readonly Pick<RankedUnit, 'code'>[]): number | null {
  const shares = units.map(({ code }) => leaf.shares[code] ?? null).filter((share) => share !== null);
  return shares.length === 0 ? null : shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

/**
 * The leaf where the group earned the smallest share on average, the first in printing order of equals. A leaf that
 * fewer than half of the units were scored on says nothing of the group and is passed over, as is one where all is
 * earned.
 */
export function weakestLeaf(
  leaves: readonly LeafShares[],
  units: readonly Pick<RankedUnit, 'code'>[],
): { readonly leaf: LeafShares; readonly mean: number } | null {
  let worst: { leaf: LeafShares; mean: number } | null = null;
  for (const leaf of leaves) {
    const scored = units.filter(({ code }) => (leaf.shares[code] ?? null) !== null).length;
    const mean = meanShare(leaf, units);
    if (mean === null || mean >= 1 || scored * 2 < units.length) continue;
    if (worst === null || mean < worst.mean) worst = { leaf, mean };
  }
  return worst;
}

/** A leaf and the shares of the compared units, in their order. */
export interface LeafDifference {
  readonly leaf: LeafShares;
  readonly shares: readonly (number | null)[];
  /** Best minus worst share. */
  readonly difference: number;
}

/** The leaves on which some units differ most, greatest first; leaves that only one was scored on are left out. */
export function greatestDifferences(
  leaves: readonly LeafShares[],
  codes: readonly string[],
  most: number,
): LeafDifference[] {
  return leaves
    .flatMap((leaf) => {
      const shares = codes.map((code) => leaf.shares[code] ?? null);
      const known = shares.filter((share) => share !== null);
      const difference = known.length < 2 ? 0 : Math.max(...known) - Math.min(...known);
      // A difference that would print as 0 % is none.
      return difference < 0.005 ? [] : [{ leaf, shares, difference }];
    })
    .sort((a, b) => b.difference - a.difference)
    .slice(0, most);
}
