import type { Model } from '../model.ts';
import type { RobustnessOptions } from './options.ts';
import { philox, unitInterval } from './philox.ts';

/**
 * Numbers what has a weight, so that a draw's factors do not depend on the order of rows: nodes in the order of their
 * codes, then the tree as a part of the total, then the components in the order of theirs.
 */
export interface Ordinals {
  /** By node; the root has none of its own and is -1. */
  readonly node: Int32Array;
  readonly tree: number;
  /** By component, as given. */
  readonly component: Int32Array;
  readonly count: number;
}

const placesInOrder = (codes: readonly string[]): Int32Array => {
  const order = [...codes.keys()].sort((a, b) => ((codes[a] ?? '') < (codes[b] ?? '') ? -1 : 1));
  const places = new Int32Array(codes.length);
  for (const [place, i] of order.entries()) places[i] = place;
  return places;
};

export const ordinalsOf = ({ tree, components }: Model): Ordinals => {
  const nodes = placesInOrder(tree.indicators.map(({ code }) => code));
  const first = nodes.length + 1;
  return {
    node: Int32Array.of(...nodes, -1),
    tree: nodes.length,
    component: placesInOrder(components.map(({ code }) => code)).map((place) => place + first),
    count: first + components.length,
  };
};

/** A seed as the two words of the generator's key. */
export const seedWords = (seed: number): readonly [number, number] => [
  seed >>> 0,
  Math.floor(seed / 0x1_0000_0000),
];

/**
 * Factors of one draw by ordinal: 1 + spread·(2r − 1), r uniform in [0, 1), from a generator whose counter is draw
 * and ordinal and whose key is the seed.
 */
export const drawFactors = (
  { seed, spread }: Pick<RobustnessOptions, 'seed' | 'spread'>,
  draw: number,
  factors: Float64Array,
): void => {
  const key = seedWords(seed);
  const words = new Uint32Array(4);
  for (let i = 0; i < factors.length; i += 2) {
    words[0] = i / 2;
    words[1] = draw;
    words[2] = 0;
    words[3] = 0;
    philox(words, key);
    factors[i] = 1 + spread * (2 * unitInterval(words[0] ?? 0, words[1] ?? 0) - 1);
    if (i + 1 < factors.length) {
      factors[i + 1] = 1 + spread * (2 * unitInterval(words[2] ?? 0, words[3] ?? 0) - 1);
    }
  }
};
