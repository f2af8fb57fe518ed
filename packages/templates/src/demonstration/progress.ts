import { roundHalfUp } from '@gongping/scoring';
import { randomStream } from './random.ts';
import type { DemonstrationScore } from './types.ts';

/**
 * The leaves of a unit that evaluators have got to, in the order in which they work.
 *
 * Units are at different points: the share done is spread around `completeness` as widely as 0 and 1
 * allow, so that the average over many units is `completeness`.
 */
export function scoredSoFar(
  scores: readonly DemonstrationScore[],
  completeness: number,
  { unitCode, seed }: { unitCode: string; seed: number },
): readonly DemonstrationScore[] {
  const spread = Math.min(completeness, 1 - completeness);
  const position = 2 * randomStream(seed, 'progress', unitCode).uniform() - 1;
  return scores.slice(0, roundHalfUp(scores.length * (completeness + spread * position), 0));
}
