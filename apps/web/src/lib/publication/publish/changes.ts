import type { RankedUnit, Ranking } from '@gongping/contracts';
import { formatScoreOr } from '#lib/format/number.ts';

type Standing = Pick<RankedUnit, 'rank' | 'total' | 'band'>;

/** A unit whose printed result differs from the version published before. */
export interface UnitChange {
  readonly unit: RankedUnit;
  readonly before: Standing | null;
}

/** Units whose rank, band or total as printed differs from the version before, in the order of the new ranking. */
export function changesSince(before: Pick<Ranking, 'units'>, after: Pick<Ranking, 'units'>): UnitChange[] {
  const old = new Map(before.units.map((unit) => [unit.code, unit]));
  return after.units.flatMap((unit) => {
    const earlier = old.get(unit.code) ?? null;
    return earlier !== null && printed(earlier) === printed(unit) ? [] : [{ unit, before: earlier }];
  });
}

function printed({ rank, total, band }: Standing): string {
  return [rank, formatScoreOr(total, ''), band].join('|');
}
