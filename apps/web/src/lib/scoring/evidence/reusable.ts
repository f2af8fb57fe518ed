import type { Evidence, Score } from '@gongping/contracts';

/** A piece of evidence that a unit has, with the leaves it serves. */
export interface ReusablePiece {
  /** Any one of its uses. */
  readonly item: Evidence;
  readonly codes: readonly string[];
}

/** Two uses of the same: the same file, page or address. */
function contentOf({ kind, sha256, url }: Evidence): string {
  return JSON.stringify([kind, sha256, url]);
}

/** What the other leaves of a unit have and the leaf has not, each piece once. */
export function reusablePieces(scores: readonly Score[], leaf: string): ReusablePiece[] {
  const pieces = new Map<string, { item: Evidence; codes: string[] }>();
  for (const { indicator, evidence } of scores) {
    for (const item of evidence) {
      const found = pieces.get(contentOf(item));
      if (found) found.codes.push(indicator);
      else pieces.set(contentOf(item), { item, codes: [indicator] });
    }
  }
  return [...pieces.values()].filter(({ codes }) => !codes.includes(leaf));
}
