import { unusualFrom } from './unusual.ts';

/**
 * Length of a burst and length of the spells that it is compared with, in minutes. A script is done in minutes and
 * people come in hours; what comes by the day is compared with days.
 */
export interface BurstScale {
  readonly window: number;
  readonly spell: number;
}

interface Arrival {
  readonly minute: number;
}

/**
 * Those that came too thickly: within some window there are too many ({@link unusualFrom}) for the usual rate, which is
 * the median over all spells in which anybody came. Half of the spells would have to be false to move it.
 */
export function burstsOf<A extends Arrival>(arrivals: readonly A[], { window, spell }: BurstScale): A[] {
  const usual = (usualPerSpell(arrivals, spell) * window) / spell;
  const tooMany = unusualFrom(usual);
  const sorted = arrivals.toSorted((a, b) => a.minute - b.minute);
  const found: A[] = [];
  let first = 0;
  let taken = 0;
  for (const [last, { minute }] of sorted.entries()) {
    while ((sorted[first]?.minute ?? minute) <= minute - window) first += 1;
    if (last - first + 1 < tooMany) continue;
    found.push(...sorted.slice(Math.max(first, taken), last + 1));
    taken = last + 1;
  }
  return found;
}

function usualPerSpell(arrivals: readonly Arrival[], spell: number): number {
  const bySpell = new Map<number, number>();
  for (const { minute } of arrivals) {
    const at = Math.floor(minute / spell);
    bySpell.set(at, (bySpell.get(at) ?? 0) + 1);
  }
  const counts = [...bySpell.values()].sort((a, b) => a - b);
  const middle = counts.length >> 1;
  const upper = counts[middle] ?? 0;
  return counts.length % 2 === 1 ? upper : ((counts[middle - 1] ?? 0) + upper) / 2;
}
