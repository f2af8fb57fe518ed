import type { TemplateIndicator } from '../types.ts';
import { randomStream } from './random.ts';
import type { LeafStory } from './stories/story.ts';

/** A leaf that applies to the unit, with its full marks there. */
export interface ApplicableLeaf {
  readonly leaf: TemplateIndicator;
  readonly marks: number;
  readonly story: LeafStory;
}

/** Nobody loses nearly everything everywhere: most of a leaf's marks that are planned to be lost. */
const mostLost = 0.75;

/**
 * Plans how many marks each leaf loses so that they add up to `budget`.
 *
 * A leaf's share grows with its marks and difficulty, a strength or weakness of the unit in the family,
 * and two draws: one that stays with the unit over the years, and one of the year.
 */
export function planLosses(
  leaves: readonly ApplicableLeaf[],
  budget: number,
  { unitKey, year, seed }: { unitKey: string; year: number; seed: number },
): readonly number[] {
  const weights = leaves.map(({ leaf, marks, story }) => {
    const family = leaf.code.charAt(0);
    const leaning = randomStream(seed, 'leaning', unitKey, family).normal();
    const habit = randomStream(seed, 'habit', unitKey, leaf.code).normal();
    const chance = randomStream(seed, 'chance', unitKey, leaf.code, year).normal();
    return marks * story.difficulty * Math.exp(0.4 * leaning + 0.8 * habit + 0.5 * chance);
  });
  const lossesAt = (scale: number): number[] =>
    leaves.map(({ marks }, at) => Math.min(marks * mostLost, scale * (weights[at] ?? 0)));
  const sumAt = (scale: number): number => lossesAt(scale).reduce((sum, loss) => sum + loss, 0);

  // The sum grows with the scale: double until it is enough, then halve the bracket.
  let high = 1;
  for (let step = 0; step < 20 && sumAt(high) < budget; step += 1) high *= 2;
  let low = 0;
  for (let step = 0; step < 30; step += 1) {
    const middle = (low + high) / 2;
    if (sumAt(middle) < budget) low = middle;
    else high = middle;
  }
  return lossesAt(high);
}
