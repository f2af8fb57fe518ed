import type { Model } from './model.ts';
import { rankScores } from './rank.ts';
import { roundHalfUp } from './round.ts';

/** Indices of the units that are ranked together, in the order of their codes. */
export const rankingGroups = (model: Model): number[][] => {
  const { units, plans, method } = model;
  const groups = method.ranking.within === 'all' ? [[...units.keys()]] : plans.map((plan) => [...plan.units]);
  const code = (u: number): string => units[u]?.code ?? '';
  return groups.map((group) => group.sort((a, b) => (code(a) < code(b) ? -1 : 1)));
};

/**
 * Ranks at one node by unit, NaN where there is none. Bonus, penalty and veto leaves are not ranked.
 *
 * @param shown the final score of each unit at the node, settled, NaN where there is none
 */
export const rankNode = (
  model: Model,
  at: {
    readonly node: number;
    readonly shown: Float64Array;
    readonly groups: readonly (readonly number[])[];
  },
): Float64Array => {
  const { method, planOf } = model;
  const { ties, basis, decimals } = method.ranking;
  const ranks = new Float64Array(at.shown.length).fill(NaN);
  for (const group of at.groups) {
    const scores = group.map((u) => {
      const score = at.shown[u] ?? NaN;
      if (Number.isNaN(score) || planOf[u]?.counts[at.node] !== 1) return null;
      return basis === 'rounded' ? roundHalfUp(score, decimals) : score;
    });
    for (const [i, rank] of rankScores(scores, ties).entries()) ranks[group[i] ?? 0] = rank ?? NaN;
  }
  return ranks;
};
