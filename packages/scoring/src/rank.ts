import type { TieRule } from './method.ts';

/**
 * Ranks from the highest score (1) down. Equal scores are settled by the tie rule; `ordinal` follows the order in
 * which the scores are given, so give them in the order of the unit codes.
 *
 * @returns a rank for each score, null where the score is null
 */
export const rankScores = (scores: readonly (number | null)[], ties: TieRule): (number | null)[] => {
  const present = scores.filter((score) => score !== null);
  const sorted = Float64Array.from(present).sort().reverse();
  const rankOf = new Map<number, number>();
  for (let start = 0, end = 0; start < sorted.length; start = end) {
    const score = sorted[start] ?? 0;
    while (end < sorted.length && sorted[end] === score) end += 1;
    // Ranks start + 1 to end belong to this score.
    const rank = {
      competition: start + 1,
      dense: rankOf.size + 1,
      average: (start + 1 + end) / 2,
      ordinal: start + 1,
    }[ties];
    rankOf.set(score, rank);
  }
  return scores.map((score) => {
    const rank = score === null ? undefined : rankOf.get(score);
    if (score === null || rank === undefined) return null;
    if (ties === 'ordinal') rankOf.set(score, rank + 1);
    return rank;
  });
};
