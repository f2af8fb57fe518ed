import type { ScreenedAnswer } from './screened-answer.ts';

/** Answers about one unit from one browser at one address in a day: more than a family or a shared telephone gives. */
const fromOneOrigin = 5;

/** The same words from so many: two who copy each other do no harm. */
const inTheSameWords = 4;

/** Characters from which the same words are no chance: “希望公开更及时” is said by many. */
const shortestText = 12;

/**
 * Words without what copies differ in by chance or on purpose: width, case, space, punctuation and symbols.
 * @returns null where too little is left to say that it was copied
 */
export function comparableText(text: string): string | null {
  const kept = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
  return [...kept].length < shortestText ? null : kept;
}

export const sameOrigin = (answers: readonly ScreenedAnswer[]): ScreenedAnswer[] =>
  repeated(answers, ({ origin }) => (origin === null ? [] : [origin]), fromOneOrigin);

export const copiedText = (answers: readonly ScreenedAnswer[]): ScreenedAnswer[] =>
  repeated(answers, ({ texts }) => texts, inTheSameWords);

/** Answers that share a key with at least so many. */
function repeated(
  answers: readonly ScreenedAnswer[],
  keysOf: (answer: ScreenedAnswer) => readonly string[],
  least: number,
): ScreenedAnswer[] {
  const sharing = new Map<string, Set<ScreenedAnswer>>();
  for (const answer of answers)
    for (const key of keysOf(answer)) {
      const known = sharing.get(key);
      if (known) known.add(answer);
      else sharing.set(key, new Set([answer]));
    }
  return [...sharing.values()].flatMap((found) => (found.size >= least ? [...found] : []));
}
