// AssemblyScript; see totals.ts.

/** Lanes of 16 bits count to 65,535; they are emptied well before. */
const MOST_STEPS = 30000;

/** Adds up the 16-bit lanes of a vector. */
function addLanes(v: v128): i32 {
  const pairs = i32x4.extadd_pairwise_i16x8_u(v);
  return (
    i32x4.extract_lane(pairs, 0) +
    i32x4.extract_lane(pairs, 1) +
    i32x4.extract_lane(pairs, 2) +
    i32x4.extract_lane(pairs, 3)
  );
}

/**
 * In how many of the draws the first row's rank is better than the second's, twofold, plus once for each draw in which
 * both are level. Rows of 16-bit ranks.
 */
export function compareRows(one: usize, other: usize, draws: i32): i32 {
  let result = 0;
  let at: usize = 0;
  const vectors = ((<usize>draws) >> 3) << 4;
  while (at < vectors) {
    const stop = min(vectors, at + 16 * MOST_STEPS);
    let halves = i16x8.splat(0);
    while (at < stop) {
      const a = v128.load(one + at);
      const b = v128.load(other + at);
      // A comparison that holds is -1 in its lane: better is both below and not above.
      halves = i16x8.sub(halves, i16x8.lt_u(a, b));
      halves = i16x8.sub(halves, i16x8.le_u(a, b));
      at += 16;
    }
    result += addLanes(halves);
  }
  for (const end = (<usize>draws) << 1; at < end; at += 2) {
    const a = load<u16>(one + at);
    const b = load<u16>(other + at);
    result += <i32>(a < b) + <i32>(a <= b);
  }
  return result;
}

/** Counts how often a row has each rank, in 32-bit counts by rank that are 0 before. Rows of 16-bit ranks. */
export function countRanks(row: usize, draws: i32, counts: usize): void {
  const end = row + ((<usize>draws) << 1);
  for (let at = row; at < end; at += 2) {
    const place = counts + ((<usize>load<u16>(at)) << 2);
    store<i32>(place, load<i32>(place) + 1);
  }
}
