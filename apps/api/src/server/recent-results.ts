import type { RobustnessResults } from '@gongping/scoring';

/** Numbers of ranks and scenarios that are kept: a few megabytes. */
const MOST_NUMBERS = 1_000_000;

function numbersIn({ groups, scenarios }: RobustnessResults): number {
  const ranks = groups.flatMap(({ units }) => units.map(({ counts }) => counts.length));
  return [...ranks, ...scenarios.map(({ units }) => units.length)].reduce((sum, length) => sum + length, 0);
}

/** The results asked for last, as many as fit: what was not asked for the longest makes room. */
export class RecentResults {
  readonly #results = new Map<string, RobustnessResults>();
  #numbers = 0;

  get(key: string): RobustnessResults | undefined {
    const results = this.#results.get(key);
    if (results) {
      // The map is in the order of writing: the first is the oldest.
      this.#results.delete(key);
      this.#results.set(key, results);
    }
    return results;
  }

  set(key: string, results: RobustnessResults): void {
    this.#results.set(key, results);
    this.#numbers += numbersIn(results);
    for (const [oldest, old] of this.#results) {
      if (this.#numbers <= MOST_NUMBERS) return;
      this.#results.delete(oldest);
      this.#numbers -= numbersIn(old);
    }
  }
}
