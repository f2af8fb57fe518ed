import type { RankedUnit, Ranking } from '@gongping/contracts';

/** A family's scores out of 100 of the compared units, in their order. */
export interface ComparedFamily {
  readonly family: Ranking['families'][number];
  readonly scores: readonly (number | null)[];
  /** Best minus worst. */
  readonly difference: number;
}

/** The families that at least one of the units has a score in. */
export function comparedFamilies(
  families: Ranking['families'],
  units: readonly RankedUnit[],
): ComparedFamily[] {
  return families.flatMap((family) => {
    const scores = units.map((unit) => unit.families[family.code]?.score ?? null);
    const known = scores.filter((score) => score !== null);
    if (known.length === 0) return [];
    return [{ family, scores, difference: Math.max(...known) - Math.min(...known) }];
  });
}
