// AssemblyScript; see totals.ts.

const LANES: usize = 16;

/** Buckets up to this size are sorted by insertion, larger ones by a heap, whatever the scores look like. */
const SMALL = 24;

// Ties as in the engine: competition 0, dense 1, average 2, ordinal 3.
const DENSE = 1;
const AVERAGE = 2;
const ORDINAL = 3;

// Where the arrays of one ranking group lie in memory; set once by `placeGroup`.
let count: i32 = 0;
/** The group's keys in the first lane, side by side in the order of the units' codes. */
let keys: usize = 0;
let laneBytes: usize = 0;
/** Power of two. */
let buckets: i32 = 0;
/** Room: the keys sorted, the members' numbers sorted, the bucket of each member, where each bucket begins. */
let sortedKeys: usize = 0;
let sortedMembers: usize = 0;
let bucketOf: usize = 0;
let bucketStarts: usize = 0;
let ties: i32 = 0;
/** Room: the ranks of 16 draws, lane by lane. */
let staging: usize = 0;
/** Ranks by member and draw: bytes of a rank (2 or 4), and of a member's ranks. */
let ranks: usize = 0;
let rankBytes: i32 = 0;
let memberBytes: usize = 0;

/** Takes the addresses and counts, in the order of the variables above, from an array of doubles. */
export function placeGroup(from: usize): void {
  count = i32(load<f64>(from));
  keys = usize(load<f64>(from, 8));
  laneBytes = usize(load<f64>(from, 16));
  buckets = i32(load<f64>(from, 24));
  sortedKeys = usize(load<f64>(from, 32));
  sortedMembers = usize(load<f64>(from, 40));
  bucketOf = usize(load<f64>(from, 48));
  bucketStarts = usize(load<f64>(from, 56));
  ties = i32(load<f64>(from, 64));
  staging = usize(load<f64>(from, 72));
  ranks = usize(load<f64>(from, 80));
  rankBytes = i32(load<f64>(from, 88));
  memberBytes = usize(load<f64>(from, 96));
}

function keyAt(i: i32): f64 {
  return load<f64>(sortedKeys + ((<usize>i) << 3));
}

function memberAt(i: i32): i32 {
  return load<i32>(sortedMembers + ((<usize>i) << 2));
}

function put(i: i32, key: f64, member: i32): void {
  store<f64>(sortedKeys + ((<usize>i) << 3), key);
  store<i32>(sortedMembers + ((<usize>i) << 2), member);
}

/** Whether a key comes before the entry at i: the higher key, of equal keys the earlier code. */
function precedes(key: f64, member: i32, i: i32): bool {
  const other = keyAt(i);
  return key > other || (key === other && member < memberAt(i));
}

/** Equal keys stay in their order, which is that of the codes. */
function insertionSort(): void {
  for (let i = 1; i < count; i += 1) {
    const key = keyAt(i);
    if (key <= keyAt(i - 1)) continue;
    const member = memberAt(i);
    let j = i;
    while (j > 0 && key > keyAt(j - 1)) {
      put(j, keyAt(j - 1), memberAt(j - 1));
      j -= 1;
    }
    put(j, key, member);
  }
}

/** Lets the entry at `root` sink until none below it comes later: the heap's top is the last in order. */
function sink(start: i32, root: i32, size: i32): void {
  const key = keyAt(start + root);
  const member = memberAt(start + root);
  let hole = root;
  while (true) {
    let child = 2 * hole + 1;
    if (child >= size) break;
    const other = start + child + 1;
    if (child + 1 < size && precedes(keyAt(start + child), memberAt(start + child), other)) child += 1;
    if (!precedes(key, member, start + child)) break;
    put(start + hole, keyAt(start + child), memberAt(start + child));
    hole = child;
  }
  put(start + hole, key, member);
}

function heapSort(start: i32, end: i32): void {
  const size = end - start;
  for (let root = size / 2 - 1; root >= 0; root -= 1) sink(start, root, size);
  for (let last = size - 1; last > 0; last -= 1) {
    const key = keyAt(start);
    const member = memberAt(start);
    put(start, keyAt(start + last), memberAt(start + last));
    put(start + last, key, member);
    sink(start, 0, last);
  }
}

/** Sorts the large buckets; after the spreading each bucket's start has moved to its end. */
function sortLargeBuckets(): void {
  let from = 0;
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    const end = load<i32>(bucketStarts + ((<usize>bucket) << 2));
    if (end - from > SMALL) heapSort(from, end);
    from = end;
  }
}

/** Buckets of a lane's keys, of equal width from the highest down, and how many keys each has. */
function fillBuckets(lane: usize): void {
  let least = f64x2.splat(Infinity);
  let most = f64x2.splat(-Infinity);
  // Keys are read in pairs: the place after an odd last one, which is free, holds a copy of it.
  const after = lane + ((<usize>count) << 3);
  if ((count & 1) === 1) store<f64>(after, load<f64>(after - 8));
  for (let at = lane; at < after; at += 16) {
    const key = v128.load(at);
    least = f64x2.pmin(least, key);
    most = f64x2.pmax(most, key);
  }
  const lowest = min(f64x2.extract_lane(least, 0), f64x2.extract_lane(least, 1));
  const highest = max(f64x2.extract_lane(most, 0), f64x2.extract_lane(most, 1));
  const width = highest > lowest ? f64(buckets - 1) / (highest - lowest) : 0;
  const perKey = f64x2.splat(width);
  const top = f64x2.splat(highest);
  const last = i32x4.splat(buckets - 1);
  const first = i32x4.splat(0);
  let to = bucketOf;
  for (let at = lane; at < after; at += 16) {
    const bucket = i32x4.trunc_sat_f64x2_s_zero(f64x2.mul(f64x2.sub(top, v128.load(at)), perKey));
    v128.store64_lane(to, i32x4.max_s(first, i32x4.min_s(last, bucket)), 0);
    to += 8;
  }
  memory.fill(bucketStarts, 0, (<usize>buckets) << 2);
  for (let i = 0; i < count; i += 1) {
    const at = bucketStarts + ((<usize>load<i32>(bucketOf + ((<usize>i) << 2))) << 2);
    store<i32>(at, load<i32>(at) + 1);
  }
}

/**
 * Sorts the keys of one lane: spreads them over the buckets, then puts right what is in the wrong order within a
 * bucket, by one insertion sort over the whole.
 */
function sortLane(lane: usize): void {
  fillBuckets(lane);
  let start = 0;
  let largest = 0;
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    const at = bucketStarts + ((<usize>bucket) << 2);
    const size = load<i32>(at);
    store<i32>(at, start);
    start += size;
    largest = max(largest, size);
  }
  for (let i = 0; i < count; i += 1) {
    const at = bucketStarts + ((<usize>load<i32>(bucketOf + ((<usize>i) << 2))) << 2);
    const place = load<i32>(at);
    store<i32>(at, place + 1);
    put(place, load<f64>(lane + ((<usize>i) << 3)), i);
  }
  if (largest > SMALL) sortLargeBuckets();
  insertionSort();
}

function putRank(at: usize, rank: i32): void {
  if (rankBytes === 2) store<u16>(at, <u16>rank);
  else store<u32>(at, <u32>rank);
}

/** Writes the ranks of a lane into its staging, from the first to the last. */
function stageRanks(column: usize): void {
  const shift = <usize>(rankBytes >> 1);
  let before: f64 = Infinity;
  let rank = 0;
  for (let i = 0; i < count; i += 1) {
    const key = keyAt(i);
    const next = ties === DENSE ? rank + 1 : i + 1;
    rank = ties === ORDINAL || key !== before || i === 0 ? next : rank;
    before = key;
    putRank(column + ((<usize>memberAt(i)) << shift), rank);
  }
}

/** Ranks of which equal keys share the mean, written twofold, so that halves stay whole. */
function stageAverages(column: usize): void {
  const shift = <usize>(rankBytes >> 1);
  let start = 0;
  while (start < count) {
    const key = keyAt(start);
    let end = start + 1;
    while (end < count && keyAt(end) === key) end += 1;
    for (let i = start; i < end; i += 1) {
      putRank(column + ((<usize>memberAt(i)) << shift), start + 1 + end);
    }
    start = end;
  }
}

/** Ranks the group in some lanes of a set, as the draws from `draw` on. */
export function rankGroup(draw: i32, lanes: i32, set: i32): void {
  if (count === 0) return;
  const columnBytes = <usize>count * <usize>rankBytes;
  for (let lane = 0; lane < lanes; lane += 1) {
    sortLane(keys + (<usize>set * LANES + <usize>lane) * laneBytes);
    const column = staging + <usize>lane * columnBytes;
    if (ties === AVERAGE) stageAverages(column);
    else stageRanks(column);
  }
  for (let i = 0; i < count; i += 1) {
    let from = staging + <usize>i * <usize>rankBytes;
    let to = ranks + <usize>i * memberBytes + <usize>(draw * rankBytes);
    for (let lane = 0; lane < lanes; lane += 1) {
      if (rankBytes === 2) store<u16>(to, load<u16>(from));
      else store<u32>(to, load<u32>(from));
      from += columnBytes;
      to += <usize>rankBytes;
    }
  }
}
