/**
 * The places of a longest rising run of numbers, all different: what has kept its order. `[2, 0, 1]` → places 1, 2.
 * Patience sorting, O(n log n).
 */
export function longestRising(numbers: readonly number[]): Set<number> {
  /** Place of the least number that ends a rising run of each length. */
  const ends: number[] = [];
  const before = numbers.map((number, place) => {
    const length = firstAtLeast(ends, (end) => (numbers[end] ?? 0) > number);
    ends[length] = place;
    return ends[length - 1] ?? null;
  });
  const kept = new Set<number>();
  for (let place = ends.at(-1) ?? null; place !== null; place = before[place] ?? null) kept.add(place);
  return kept;
}

/** The first index whose entry is beyond; entries are in order. */
function firstAtLeast(entries: readonly number[], isBeyond: (entry: number) => boolean): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBeyond(entries[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}
