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
 * Ranks at every node that counts, by cell (node × units + unit), NaN where there is none. Bonus, penalty and veto
 * leaves are not ranked.
 *
 * @param shown the final score of each cell, settled, NaN where there is none
 */
export const rankNodes = (model: Model, shown: Float64Array): Float64Array => {
  const { method, tree, units, planOf } = model;
  const { ties, basis, decimals } = method.ranking;
  const ranks = new Float64Array(shown.length).fill(NaN);
  const groups = rankingGroups(model);
  for (let node = 0; node <= tree.root; node += 1) {
    for (const group of groups) {
      const scores = group.map((u) => {
        const score = shown[node * units.length + u] ?? NaN;
        if (Number.isNaN(score) || planOf[u]?.counts[node] !== 1) return null;
        return basis === 'rounded' ? roundHalfUp(score, decimals) : score;
      });
      for (const [i, rank] of rankScores(scores, ties).entries()) {
        ranks[node * units.length + (group[i] ?? 0)] = rank ?? NaN;
      }
    }
  }
  return ranks;
};
