import type { RatedLeaf, RatingSheet } from '@gongping/contracts';

export type RatedFamily = RatingSheet['families'][number];

/** Where a rater stands with a family: still theirs to score, handed in, or handed in by both. */
export type FamilyStand = 'open' | 'in' | 'both';

export function standOfFamily({ own, both, handIns }: RatedFamily): FamilyStand {
  if (both) return 'both';
  return handIns.some(({ slot, handedInAt }) => slot === own && handedInAt !== null) ? 'in' : 'open';
}

/** The leaves that the person has handed in as a rater. */
export function closedLeaves(ratings: RatingSheet | null): ReadonlySet<string> {
  const families = ratings?.families ?? [];
  const closed = families.filter((family) => family.own !== null && standOfFamily(family) !== 'open');
  return new Set(closed.flatMap(({ leaves }) => leaves));
}

/** What both raters gave a leaf; null until both have handed it in. */
export function ratedLeafOf(ratings: RatingSheet | null, indicator: string): RatedLeaf | null {
  return ratings?.leaves.find((leaf) => leaf.indicator === indicator) ?? null;
}
