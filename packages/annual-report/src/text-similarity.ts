import { plainText } from './plain-text.ts';

/** Letters in a row that are compared: long enough that two texts do not share them by chance. */
const RUN = 6;
/** Below this many runs a text says too little to be compared. */
const LEAST_RUNS = 40;

const runsOf = (text: string): ReadonlySet<string> => {
  // Digits become one: last year's text with this year's figures is still last year's text.
  const letters = plainText(text)
    .replaceAll(/\d+(?:[.,]\d+)*/g, '0')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
  const runs = new Set<string>();
  for (let i = 0; i + RUN <= letters.length; i += 1) runs.add(letters.slice(i, i + RUN));
  return runs;
};

/**
 * How much of the shorter of two texts stands in the other: the runs of six letters that both have, divided by those of the
 * one that has fewer (overlap coefficient); digits, blanks and punctuation make no difference.
 *
 * @returns 0 to 1; null where one of them is too short to tell
 */
export const textSimilarity = (a: string, b: string): number | null => {
  const [first, second] = [runsOf(a), runsOf(b)];
  const [fewer, more] = first.size <= second.size ? [first, second] : [second, first];
  if (fewer.size < LEAST_RUNS) return null;
  let shared = 0;
  for (const run of fewer) if (more.has(run)) shared += 1;
  return shared / fewer.size;
};
