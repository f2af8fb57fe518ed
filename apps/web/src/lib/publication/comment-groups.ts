import type { PublicComment } from '@gongping/contracts';

/** Words of the public about one unit. */
export interface UnitComments {
  readonly unit: string;
  readonly comments: readonly PublicComment[];
}

/** Comments unit by unit, in the order in which they come. */
export function byUnit(comments: readonly PublicComment[]): UnitComments[] {
  const units = new Map<string, PublicComment[]>();
  for (const comment of comments) units.set(comment.unit, [...(units.get(comment.unit) ?? []), comment]);
  return [...units].map(([unit, own]) => ({ unit, comments: own }));
}
