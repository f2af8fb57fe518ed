import type { Model } from './model.ts';
import { rankScores } from './rank.ts';
import { roundHalfUp } from './round.ts';

/**
 * Ranks at one node by unit, NaN where there is none. Bonus, penalty and veto leaves are not ranked.
 *
 * @param shown the final score of each unit at the node, settled, NaN where there is none
 */
export const rankNode = (
  model: Model,
  at: { readonly node: number; readonly shown: Float64Array },
): Float32Array => {
  const { method, planOf, groups } = model;
  const { ties, basis, decimals } = method.ranking;
  // Ranks are whole or half numbers far below 2^23: single precision holds them exactly in half the memory.
  const ranks = new Float32Array(at.shown.length).fill(NaN);
  for (const { units } of groups) {
    const scores = Array.from(units, (u) => {
      const score = at.shown[u] ?? NaN;
      if (Number.isNaN(score) || planOf[u]?.counts[at.node] !== 1) return null;
      return basis === 'rounded' ? roundHalfUp(score, decimals) : score;
    });
    for (const [i, rank] of rankScores(scores, ties).entries()) ranks[units[i] ?? 0] = rank ?? NaN;
  }
  return ranks;
};
