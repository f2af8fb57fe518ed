import type { Model } from '../model.ts';
import type { Ordinals } from './factors.ts';
import { LANES } from './linear-plan.ts';

/** Units that have the same components share the rows by which tree and components are mixed. */
export interface MixPatterns {
  /** By pattern: which components are there. */
  readonly present: readonly Uint8Array[];
  /** Declared weights: of the tree, of the components. */
  readonly treeWeight: number;
  readonly weights: Float64Array;
  /** By unit: first row of its pattern. */
  readonly firstRow: Int32Array;
  /** Units × components, 0 where there is none. */
  readonly values: Float64Array;
  readonly first: number;
  readonly rows: number;
}

/** @param first the first row that is free */
export const mixPatterns = (model: Model, units: Int32Array, first: number): MixPatterns => {
  const { components, treeWeight } = model;
  const patterns = new Map<string, Uint8Array>();
  const places = new Map<string, number>();
  const firstRow = new Int32Array(units.length);
  const values = new Float64Array(units.length * components.length);
  for (const [i, unit] of units.entries()) {
    const present = Uint8Array.from(components, ({ values: column }) =>
      Number.isNaN(column[unit] ?? NaN) ? 0 : 1,
    );
    const key = present.join('');
    const place = places.get(key) ?? places.size;
    places.set(key, place);
    patterns.set(key, present);
    firstRow[i] = first + place * (components.length + 1);
    for (const [c, { values: column }] of components.entries()) {
      values[i * components.length + c] = present[c] === 1 ? (column[unit] ?? 0) : 0;
    }
  }
  return {
    present: [...patterns.values()],
    treeWeight,
    weights: Float64Array.from(components, ({ weight }) => weight),
    firstRow,
    values,
    first,
    rows: patterns.size * (components.length + 1),
  };
};

/** Fills one lane of the mixing rows: shares of the tree and of the components that are there. */
export const fillMix = (
  { present, treeWeight, weights, first }: MixPatterns,
  rows: Float64Array,
  at: {
    readonly lane: number;
    readonly ordinals: Ordinals;
    /** Factors by ordinal and lane. */
    readonly factors: Float64Array;
  },
): void => {
  const { lane, ordinals, factors } = at;
  const factor = (ordinal: number): number => factors[ordinal * LANES + lane] ?? 1;
  const tree = treeWeight * factor(ordinals.tree);
  const weight = (c: number): number => (weights[c] ?? 0) * factor(ordinals.component[c] ?? 0);
  for (const [pattern, has] of present.entries()) {
    const row = first + pattern * (weights.length + 1);
    let sum = tree;
    for (let c = 0; c < weights.length; c += 1) if (has[c] === 1) sum += weight(c);
    rows[row * LANES + lane] = tree / sum;
    for (let c = 0; c < weights.length; c += 1) {
      rows[(row + 1 + c) * LANES + lane] = has[c] === 1 ? weight(c) / sum : 0;
    }
  }
};
