import type { Token } from './token.ts';
import { patterns } from './token-patterns.ts';

/** Everything in a plain text that tells what its numbers mean, in order and without overlaps. */
export const tokensOf = (text: string): readonly Token[] => {
  const found = patterns.flatMap(([pattern, make], rank) =>
    [...text.matchAll(new RegExp(pattern, 'g'))].map((match) => {
      const at = { from: match.index, to: match.index + match[0].length };
      return { rank, token: make(match, at) };
    }),
  );
  found.sort((a, b) => a.token.from - b.token.from || b.token.to - a.token.to || a.rank - b.rank);
  let end = 0;
  return found.flatMap(({ token }) => {
    if (token.from < end || token.to === token.from) return [];
    end = token.to;
    return [token];
  });
};
