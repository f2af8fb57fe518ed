import type { Computation } from '../computation.ts';
import { tieRules } from '../method.ts';
import type { Model } from '../model.ts';
import { DOUBLE, reserveNumbers } from './kernel-places.ts';
import type { Shared } from './kernel-places.ts';
import { LANES } from './linear-plan.ts';
import { rankBytes } from './rank-matrix.ts';

/** The power of two that gives each unit two buckets on average: a wrong guess costs more than an empty bucket. */
const bucketsFor = (units: number): number => 2 ** Math.max(4, Math.ceil(Math.log2(units)) + 1);

/** A group with its units that have a total, at their places. */
export interface PlacedGroup {
  readonly ranked: Int32Array;
  readonly first: number;
}

export const placeUnits = ({
  model,
  totals,
}: Computation): { groups: PlacedGroup[]; placeOf: Int32Array; places: number } => {
  const placeOf = new Int32Array(model.units.length).fill(-1);
  let places = 0;
  const groups = model.groups.map(({ units }) => {
    const ranked = units.filter((unit) => totals[unit]?.total !== null);
    const first = places;
    for (const [i, unit] of ranked.entries()) placeOf[unit] = first + i;
    // Keys are read in pairs.
    places += ranked.length + (ranked.length % 2);
    return { ranked, first };
  });
  return { groups, placeOf, places };
};

export const placeGroup = (model: Model, shared: Shared, { ranked, first }: PlacedGroup): number => {
  const { memory } = shared;
  const buckets = bucketsFor(ranked.length);
  const bytes = rankBytes(model);
  return reserveNumbers(
    memory,
    shared.fills,
    Float64Array.of(
      ranked.length,
      shared.keys + first * DOUBLE,
      shared.laneBytes,
      buckets,
      memory.reserve(ranked.length * DOUBLE),
      memory.reserve(ranked.length * 4),
      memory.reserve((ranked.length + 1) * 4),
      memory.reserve(buckets * 4),
      tieRules.indexOf(model.method.ranking.ties),
      memory.reserve(ranked.length * LANES * bytes),
      shared.ranks + first * shared.block * bytes,
      bytes,
      shared.block * bytes,
    ),
  );
};
