import type { Band, RankedUnit, Ranking } from '@gongping/contracts';
import { weakestLeaf, type LeafShares } from './leaf-shares.ts';

/** Units that moved the same number of places. */
export interface Movement {
  readonly units: readonly RankedUnit[];
  readonly places: number;
}

/** What is worth saying aloud about a group's ranking. */
export interface RankingFacts {
  readonly count: number;
  /** Everyone on the first rank; empty where nobody has a rank. */
  readonly first: readonly RankedUnit[];
  readonly total: number | null;
  /** Bands that somebody is in, best first. */
  readonly bands: readonly { readonly band: Band; readonly count: number }[];
  readonly risen: Movement | null;
  readonly fallen: Movement | null;
  readonly weakest: { readonly leaf: LeafShares; readonly mean: number } | null;
}

/** @param units of one kind */
export function rankingFacts(
  { method, leaves }: Pick<Ranking, 'method' | 'leaves'>,
  units: readonly RankedUnit[],
): RankingFacts {
  const first = units.filter(({ rank }) => rank === 1);
  return {
    count: units.length,
    first,
    total: first[0]?.total ?? null,
    bands: method.bands
      .map((band) => ({ band, count: units.filter((unit) => unit.band === band.code).length }))
      .filter(({ count }) => count > 0),
    risen: greatestMove(units, (change) => change),
    fallen: greatestMove(units, (change) => -change),
    weakest: first.length > 0 ? weakestLeaf(leaves, units) : null,
  };
}

function greatestMove(units: readonly RankedUnit[], toward: (change: number) => number): Movement | null {
  const moved = units.map((unit) => {
    const before = unit.previous?.rank ?? null;
    return { unit, places: before === null || unit.rank === null ? 0 : toward(before - unit.rank) };
  });
  const places = Math.max(0, ...moved.map((move) => move.places));
  if (places === 0) return null;
  return { places, units: moved.filter((move) => move.places === places).map(({ unit }) => unit) };
}
