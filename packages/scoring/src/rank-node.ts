import type { Model } from './model.ts';
import { rankValues } from './rank.ts';
import { roundHalfUp } from './round.ts';

/**
 * Ranks at one node by unit, NaN where there is none. Bonus, penalty and veto leaves are not ranked.
 *
 * @param shown the final score of a unit at the node, settled, NaN where there is none
 */
export const rankNode = (
  model: Model,
  at: { readonly node: number; readonly shown: (unit: number) => number },
): Float32Array => {
  const { method, planOf, groups } = model;
  const { ties, basis, decimals } = method.ranking;
  const ranks = new Float32Array(model.units.length).fill(NaN);
  for (const { units } of groups) {
    const scores = new Float64Array(units.length);
    for (let i = 0; i < units.length; i += 1) {
      const u = units[i] ?? 0;
      const score = planOf[u]?.counts[at.node] === 1 ? at.shown(u) : NaN;
      scores[i] = basis === 'rounded' && !Number.isNaN(score) ? roundHalfUp(score, decimals) : score;
    }
    const own = rankValues(scores, ties);
    for (let i = 0; i < units.length; i += 1) ranks[units[i] ?? 0] = own[i] ?? NaN;
  }
  return ranks;
};
