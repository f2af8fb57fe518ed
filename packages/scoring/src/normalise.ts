import type { AbsoluteNormalisation, RelativeNormalisation } from './normalisation.ts';

/** Sum of squares about the mean needs two values; R's `sd` and COINr's z-score use n − 1 as well. */
const sampleDeviation = (values: Float64Array, mean: number): number => {
  let squares = 0;
  for (const x of values) squares += (x - mean) ** 2;
  return Math.sqrt(squares / (values.length - 1));
};

const meanOf = (values: Float64Array): number => {
  let sum = 0;
  for (const x of values) sum += x;
  return sum / values.length;
};

/** Rank from the worst (1) to the best (n), equal values sharing the lower rank. */
const ascendingRanks = (values: Float64Array): Float64Array => {
  const first = new Map<number, number>();
  for (const [i, x] of values.toSorted().entries()) if (!first.has(x)) first.set(x, i + 1);
  return values.map((x) => first.get(x) ?? 0);
};

const relative = (
  values: Float64Array,
  normalisation: RelativeNormalisation,
  scale: number,
): Float64Array | null => {
  const count = values.length;
  if (normalisation.type === 'rank') return ascendingRanks(values);
  if (normalisation.type === 'borda') return ascendingRanks(values).map((rank) => rank - 1);
  if (count < 2) return null;
  if (normalisation.type === 'percentile') {
    return ascendingRanks(values).map((rank) => (scale * (rank - 1)) / (count - 1));
  }
  let least = Infinity;
  let most = -Infinity;
  for (const x of values) {
    least = Math.min(least, x);
    most = Math.max(most, x);
  }
  if (least === most) return null;
  if (normalisation.type === 'minmax') {
    const { low, high } = normalisation;
    return values.map((x) => low + ((x - least) / (most - least)) * (high - low));
  }
  if (normalisation.type !== 'zscore') return null;
  const mean = meanOf(values);
  const deviation = sampleDeviation(values, mean);
  if (!(deviation > 0)) return null;
  return values.map((x) => normalisation.mean + ((x - mean) / deviation) * normalisation.deviation);
};

/** What a value is normalised with. */
export interface NormaliseHow {
  readonly direction: 1 | -1;
  /** Of scores, under `share`. */
  readonly scale: number;
  /** Full marks, under `share`. */
  readonly marks: number;
}

/**
 * Score of one value; NaN stays NaN. With direction −1 `none` takes −x, `share` marks − x, and `goalposts` mirrors the
 * range. Formulas: share scale·x÷marks; goalposts LO + (x̂ − MIN)÷(MAX − MIN)·(HI − LO), x̂ being x held within MIN
 * and MAX.
 */
export const normaliseValue = (
  normalisation: AbsoluteNormalisation,
  x: number,
  { direction, scale, marks }: NormaliseHow,
): number => {
  if (normalisation.type === 'goalposts') {
    const { minimum, maximum, low, high } = normalisation;
    const share = Math.min(1, Math.max(0, (x - minimum) / (maximum - minimum)));
    return low + (direction === 1 ? share : 1 - share) * (high - low);
  }
  if (normalisation.type === 'none') return direction === 1 ? x : 0 - x;
  return (scale * (direction === 1 ? x : marks - x)) / marks;
};

/**
 * Scores of one leaf for the units that have a value, all of one ranking group, in the order given, under a
 * normalisation that compares them with each other.
 *
 * With direction −1 the order is turned round here, by taking −x, and nowhere else. Formulas: minmax
 * LO + (x − least)÷(greatest − least)·(HI − LO); zscore MEAN + (x − x̄)÷s·SD with the sample deviation; rank 1 (worst)
 * to n, ties lower; borda rank − 1; percentile scale·(rank − 1)÷(n − 1).
 *
 * @returns null where the method is undefined for these values: no range, or fewer than two values
 */
export const normaliseGroup = (
  normalisation: RelativeNormalisation,
  values: Float64Array,
  { direction, scale }: Pick<NormaliseHow, 'direction' | 'scale'>,
): Float64Array | null => relative(direction === 1 ? values : values.map((x) => 0 - x), normalisation, scale);
