import type { TieRule } from './method.ts';

/** Place of the first entry of a sorted list that is not below x. */
const lowerBound = (sorted: Float64Array, x: number): number => {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < x) low = middle + 1;
    else high = middle;
  }
  return low;
};

/**
 * Ranks from the highest score (1) down. Equal scores are settled by the tie rule; `ordinal` follows the order in
 * which the scores are given, so give them in the order of the unit codes.
 *
 * @param scores NaN where there is none
 * @returns a rank for each score, NaN where the score is. Ranks are whole or half numbers far below 2^23: single
 *   precision holds them exactly in half the memory.
 */
export const rankValues = (scores: Float64Array, ties: TieRule): Float32Array => {
  // Turned round, so that the highest comes first.
  const sorted = scores.filter((score) => !Number.isNaN(score));
  for (let i = 0; i < sorted.length; i += 1) sorted[i] = 0 - (sorted[i] ?? 0);
  sorted.sort();
  // By the place of the first of equal scores: how many different ones come before, or how many ranks it has given.
  const counts = new Uint32Array(sorted.length);
  if (ties === 'dense') {
    for (let i = 1; i < sorted.length; i += 1) {
      counts[i] = (counts[i - 1] ?? 0) + (sorted[i] === sorted[i - 1] ? 0 : 1);
    }
  }
  if (ties === 'average') {
    for (let i = sorted.length - 1; i >= 0; i -= 1) {
      counts[i] = sorted[i] === sorted[i + 1] ? (counts[i + 1] ?? 0) + 1 : 1;
    }
  }
  const ranks = new Float32Array(scores.length).fill(NaN);
  for (let i = 0; i < scores.length; i += 1) {
    const score = scores[i] ?? NaN;
    if (Number.isNaN(score)) continue;
    const first = lowerBound(sorted, 0 - score);
    const count = counts[first] ?? 0;
    if (ties === 'competition') ranks[i] = first + 1;
    else if (ties === 'dense') ranks[i] = count + 1;
    else if (ties === 'average') ranks[i] = first + (count + 1) / 2;
    else {
      ranks[i] = first + count + 1;
      counts[first] = count + 1;
    }
  }
  return ranks;
};
