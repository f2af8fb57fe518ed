import { categoriesOf, columnsOf } from './categories.ts';
import type { Category } from './categories.ts';

export type AlphaMetric = 'nominal' | 'ordinal' | 'interval' | 'ratio';

/** Squared differences of the values' places c and k, given the values and how often each occurs among pairable ones. */
const differenceOf = (
  metric: AlphaMetric,
  values: readonly Category[],
  occurrences: readonly number[],
): ((c: number, k: number) => number) => {
  const value = (place: number): number => Number(values[place]);
  if (metric === 'nominal') return (c, k) => (c === k ? 0 : 1);
  if (metric === 'interval') return (c, k) => (value(c) - value(k)) ** 2;
  if (metric === 'ratio') {
    return (c, k) => {
      const sum = value(c) + value(k);
      return sum === 0 ? 0 : ((value(c) - value(k)) / sum) ** 2;
    };
  }
  // Ordinal: Σ of the occurrences from one to the other, less half of both ends. Running sums make it one subtraction.
  const before: number[] = [0];
  for (const [i, count] of occurrences.entries()) before.push((before[i] ?? 0) + count);
  return (c, k) => {
    const [low, high] = c < k ? [c, k] : [k, c];
    const between = (before[high + 1] ?? 0) - (before[low] ?? 0);
    return (between - ((occurrences[low] ?? 0) + (occurrences[high] ?? 0)) / 2) ** 2;
  };
};

/**
 * Krippendorff's alpha: α = 1 − D_o ÷ D_e, from the coincidences o_ck of values within units:
 * α = 1 − (n − 1)·Σ o_ck·δ² ÷ Σ n_c·n_k·δ², summed over pairs of different values.
 *
 * `units` is units × raters with null for a missing rating; units with fewer than two ratings are left out. Null where
 * nothing is left or nothing varies. Metrics but `nominal` (and `ordinal`, which needs the order alone) take numbers.
 * Source: K. Krippendorff, "Computing Krippendorff's alpha-reliability" (2011), Annenberg School, paper 43.
 * @throws RangeError where rows differ in length, or a rating is no number under `interval` and `ratio`
 */
export function krippendorffAlpha(
  units: readonly (readonly (Category | null)[])[],
  metric: AlphaMetric,
): number | null {
  columnsOf(units);
  const values = categoriesOf(units);
  if ((metric === 'interval' || metric === 'ratio') && values.some((each) => typeof each !== 'number')) {
    throw new RangeError(`${metric} differences need ratings that are numbers`);
  }
  const place = new Map(values.map((value, i) => [value, i]));
  const occurrences = values.map(() => 0);
  const pairable: { readonly places: number[]; readonly weight: number }[] = [];
  for (const unit of units) {
    const places = unit.flatMap((rating) => (rating === null ? [] : (place.get(rating) ?? [])));
    if (places.length < 2) continue;
    for (const each of places) occurrences[each] = (occurrences[each] ?? 0) + 1;
    pairable.push({ places, weight: 1 / (places.length - 1) });
  }
  const difference = differenceOf(metric, values, occurrences);
  let observed = 0;
  for (const { places, weight } of pairable) {
    for (const [i, c] of places.entries()) {
      for (const k of places.slice(i + 1)) observed += 2 * weight * difference(c, k);
    }
  }
  let expected = 0;
  for (const [c, many] of occurrences.entries()) {
    for (const [k, others] of occurrences.entries()) expected += many * others * difference(c, k);
  }
  const n = occurrences.reduce((sum, count) => sum + count, 0);
  return expected > 0 ? 1 - ((n - 1) * observed) / expected : null;
}
