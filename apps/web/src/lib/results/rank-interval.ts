import type { Robustness, UnitRobustness } from '@gongping/contracts';
import { m } from '#lib/paraglide/messages.js';

/** Each unit's ranks under other weights, by its code. */
export function robustnessByUnit(robustness: Robustness | null): ReadonlyMap<string, UnitRobustness> {
  const units = robustness?.groups.flatMap((group) => group.units) ?? [];
  return new Map(units.map((unit) => [unit.code, unit]));
}

/** The 5 % and 95 % quantiles as whole ranks, outwards: the interval never claims too much. */
export function rankInterval({ q5, q95 }: Pick<UnitRobustness, 'q5' | 'q95'>): { low: number; high: number } {
  return { low: Math.floor(q5), high: Math.ceil(q95) };
}

/** `1–3`, and `2` where the rank never leaves its place. */
export function intervalText(unit: Pick<UnitRobustness, 'q5' | 'q95'>): string {
  const { low, high } = rankInterval(unit);
  return low === high ? `${low}` : m.results_interval_range({ low, high });
}
