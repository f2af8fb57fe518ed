import type { RobustnessResults } from '@gongping/scoring';
import { Recent } from '../http/recent.ts';

/** Numbers of ranks and scenarios that are kept: a few megabytes. */
const MOST_NUMBERS = 1_000_000;

function numbersIn({ groups, scenarios }: RobustnessResults): number {
  const ranks = groups.flatMap(({ units }) => units.map(({ counts }) => counts.length));
  return [...ranks, ...scenarios.map(({ units }) => units.length)].reduce((sum, length) => sum + length, 0);
}

/** Results for all requests of a process. What has more numbers alone is not kept. */
export const keepResults = (): Recent<RobustnessResults> => new Recent(MOST_NUMBERS, numbersIn);
