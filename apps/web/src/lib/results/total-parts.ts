import type { RankedUnit, Ranking } from '@gongping/contracts';

/** A piece of the total: a family's code, `social` or `bonus`. */
export interface TotalPart {
  readonly key: string;
  /** Points in the total. */
  readonly value: number;
}

/**
 * What a total is made of, from zero: families, appraisal, bonus. The parts add up to the total: where it was cut off
 * at its ceiling, the cut is taken from the end.
 */
export function totalParts(unit: RankedUnit, families: Ranking['families']): TotalPart[] {
  const parts = [
    ...families.map(({ code }) => ({ key: code, value: unit.families[code]?.points ?? 0 })),
    { key: 'social', value: unit.socialPoints },
    { key: 'bonus', value: unit.bonus },
  ];
  if (unit.total === null) return parts.map(({ key }) => ({ key, value: 0 }));
  let over = Math.max(0, parts.reduce((sum, { value }) => sum + value, 0) - unit.total);
  return parts
    .reverse()
    .map(({ key, value }) => {
      // Sums of decimals carry binary dust, which is no cut.
      const cut = over < 1e-6 ? 0 : Math.min(value, over);
      over -= cut;
      return { key, value: value - cut };
    })
    .reverse();
}
