import type { Aggregation } from './method.ts';
import { isUndefined, reasonCode } from './node-scores.ts';

/** One child of a node, by unit. */
export interface ChildColumn {
  /** NaN where it has none. */
  readonly score: Float64Array;
  /** Null for a leaf: all of it is there, or nothing. */
  readonly coverage: Float64Array | null;
  readonly reason: Uint8Array | null;
  /** Weight as declared. */
  readonly weight: number;
}

/** Running sums over the children of a node, one place for each unit of a list. */
export interface Sums {
  /** Σ of what the aggregation adds up: w·x, w·ln x, w÷x, or x. */
  readonly sum: Float64Array;
  /** Σ of the weights in use. */
  readonly weight: Float64Array;
  /** Σ of the declared weights × coverage. */
  readonly present: Float64Array;
  readonly flags: Uint8Array;
}

const PRESENT = 1;
const UNDEFINED_BELOW = 2;
const HAS_ZERO = 4;
const HAS_NEGATIVE = 8;

/** Room for the sums of up to so many units; `clearSums` before each node. */
export const emptySums = (units: number): Sums => ({
  sum: new Float64Array(units),
  weight: new Float64Array(units),
  present: new Float64Array(units),
  flags: new Uint8Array(units),
});

export const clearSums = ({ sum, weight, present, flags }: Sums): void => {
  for (const column of [sum, weight, present, flags]) column.fill(0);
};

/** How a node adds up its children. */
export interface Adding {
  readonly aggregation: Aggregation;
  /** Whether what is left of a child decides its weight (policy `total`), or nothing does (`siblings`). */
  readonly rescaled: boolean;
}

/** What a value adds to the sum of its aggregation, with its weight. */
const termOf = (aggregation: Aggregation, w: number, x: number): number => {
  if (aggregation === 'arithmetic') return w * x;
  if (aggregation === 'sum') return x;
  if (w === 0 || x <= 0) return 0;
  return aggregation === 'geometric' ? w * Math.log(x) : w / x;
};

/**
 * Adds one child to the sums of some units.
 *
 * arithmetic Σwx÷Σw; geometric exp(Σw·ln x÷Σw); harmonic Σw÷Σ(w÷x); sum Σx, with a weight of 1 for all. A zero among
 * the values makes a geometric and a harmonic mean 0 (their limit); a negative one leaves them undefined. Values of
 * weight 0 take no part.
 */
export const addChild = (
  { aggregation, rescaled }: Adding,
  child: ChildColumn,
  into: { readonly units: Int32Array; readonly sums: Sums },
): void => {
  const { units } = into;
  const { sum, weight, present, flags } = into.sums;
  const { score, coverage, reason, weight: declared } = child;
  const signed = aggregation === 'geometric' || aggregation === 'harmonic';
  for (let i = 0; i < units.length; i += 1) {
    const u = units[i] ?? 0;
    const x = score[u] ?? NaN;
    if (Number.isNaN(x)) {
      const below = reason !== null && declared > 0 && isUndefined(reason[u] ?? 0);
      if (below) flags[i] = (flags[i] ?? 0) | UNDEFINED_BELOW;
      continue;
    }
    const covered = coverage === null ? declared : declared * (coverage[u] ?? 0);
    const w = rescaled ? covered : declared;
    sum[i] = (sum[i] ?? 0) + termOf(aggregation, w, x);
    weight[i] = (weight[i] ?? 0) + (aggregation === 'sum' ? 1 : w);
    present[i] = (present[i] ?? 0) + covered;
    let flag = PRESENT;
    if (signed && w !== 0 && x <= 0) flag |= x === 0 ? HAS_ZERO : HAS_NEGATIVE;
    flags[i] = (flags[i] ?? 0) | flag;
  }
};

/**
 * Adds up the leaves of a node under a weighted mean: what `addChild` makes of them one by one, with one sweep over the
 * units. Nearly all of the work of an assessment is here.
 */
export const addLeaves = (
  leaves: {
    /** Scores of all nodes. */
    readonly score: Float64Array;
    /** By leaf: where its scores begin, and its weight. */
    readonly bases: Int32Array;
    readonly weights: Float64Array;
  },
  into: { readonly units: Int32Array; readonly sums: Sums },
): void => {
  const { score, bases, weights } = leaves;
  const { units, sums } = into;
  for (let i = 0; i < units.length; i += 1) {
    const u = units[i] ?? 0;
    let sum = 0;
    let weight = 0;
    let flag = 0;
    for (let c = 0; c < bases.length; c += 1) {
      const x = score[(bases[c] ?? 0) + u] ?? NaN;
      if (Number.isNaN(x)) continue;
      const w = weights[c] ?? 0;
      sum += w * x;
      weight += w;
      flag = PRESENT;
    }
    sums.sum[i] = sum;
    sums.weight[i] = weight;
    sums.present[i] = weight;
    sums.flags[i] = flag;
  }
};

/**
 * Code of the reason why unit i has no aggregate, or of `none`.
 *
 * @param margin coverage above the least that is asked for
 */
export const reasonOf = (sums: Sums, i: number, margin: number): number => {
  const flags = sums.flags[i] ?? 0;
  if ((flags & UNDEFINED_BELOW) !== 0) return reasonCode['undefined-below'];
  if ((flags & PRESENT) === 0) return reasonCode['nothing-present'];
  if (margin < 0) return reasonCode['coverage-below-minimum'];
  if ((flags & HAS_NEGATIVE) !== 0) return reasonCode['negative-value'];
  return sums.weight[i] === 0 ? reasonCode['zero-weights'] : reasonCode.none;
};

/** The aggregate of unit i, where there is one. */
export const aggregateOf = (aggregation: Aggregation, sums: Sums, i: number): number => {
  const sum = sums.sum[i] ?? 0;
  const weight = sums.weight[i] ?? 0;
  if (((sums.flags[i] ?? 0) & HAS_ZERO) !== 0) return 0;
  if (aggregation === 'arithmetic') return sum / weight;
  if (aggregation === 'sum') return sum;
  return aggregation === 'geometric' ? Math.exp(sum / weight) : weight / sum;
};
