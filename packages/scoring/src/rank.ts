import type { TieRule } from './method.ts';

/**
 * Ranks from the highest score (1) down. Equal scores are settled by the tie rule; `ordinal` follows the order in
 * which the scores are given, so give them in the order of the unit codes.
 *
 * @returns a rank for each score, null where the score is null
 */
export const rankScores = (scores: readonly (number | null)[], ties: TieRule): (number | null)[] => {
  const ranks: (number | null)[] = scores.map(() => null);
  const order = [...scores.entries()]
    .flatMap(([i, score]) => (score === null ? [] : [{ i, score }]))
    .sort((a, b) => b.score - a.score || a.i - b.i);
  let groups = 0;
  for (let start = 0; start < order.length;) {
    let end = start + 1;
    while (end < order.length && order[end]?.score === order[start]?.score) end += 1;
    groups += 1;
    for (let k = start; k < end; k += 1) {
      const rank = { competition: start + 1, dense: groups, average: (start + 1 + end) / 2, ordinal: k + 1 };
      const entry = order[k];
      if (entry !== undefined) ranks[entry.i] = rank[ties];
    }
    start = end;
  }
  return ranks;
};
