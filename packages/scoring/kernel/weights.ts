// AssemblyScript; see totals.ts.

/** Draws side by side, and the bytes of a row: a figure for each of them. */
const LANES: usize = 16;
const ROW: usize = LANES * 8;

// Random numbers: Philox 4×32-10, as src/robustness/philox.ts, which has the source.
const ROUNDS = 10;
const MULTIPLIER_0: i32 = 0xd2511f53;
const MULTIPLIER_1: i32 = 0xcd9e8d57;
const WEYL_0: i32 = 0x9e3779b9;
const WEYL_1: i32 = 0xbb67ae85;

// Where the arrays of one kind lie in memory; set once by `placeWeights`.
/** One row a number that is drawn; the same for all kinds. */
let factors: usize = 0;
let factorCount: i32 = 0;
let seedLow: i32 = 0;
let seedHigh: i32 = 0;
let spread: f64 = 0;
/** For each family of siblings: row of the node above, how many; then for each: row of its own, factor, leaf or -1, share or -1. */
let families: usize = 0;
let familiesEnd: usize = 0;
/** Declared weights in the order of the families. */
let weights: usize = 0;
/** Rows by node: its weight in the whole. */
let wholes: usize = 0;
/** Rows of leaves and shares, as totals.ts reads them. */
let firstRows: usize = 0;
let rowBytes: usize = 0;

/** Takes the addresses and counts, in the order of the variables above, from an array of doubles. */
export function placeWeights(from: usize): void {
  factors = usize(load<f64>(from));
  factorCount = i32(load<f64>(from, 8));
  seedLow = i32(u32(load<f64>(from, 16)));
  seedHigh = i32(u32(load<f64>(from, 24)));
  spread = load<f64>(from, 32);
  families = usize(load<f64>(from, 40));
  familiesEnd = usize(load<f64>(from, 48));
  weights = usize(load<f64>(from, 56));
  wholes = usize(load<f64>(from, 64));
  firstRows = usize(load<f64>(from, 72));
  rowBytes = usize(load<f64>(from, 80));
}

/** Factors 1 + spread·(2r − 1), r being the 53 bits of two random words, of four draws. */
function putFactors(to: usize, first: v128, second: v128): void {
  const high = i32x4.shr_u(first, 5);
  const low = i32x4.shr_u(second, 6);
  putPair(to, high, low);
  putPair(to + 16, v128.shuffle<i32>(high, high, 2, 3, 2, 3), v128.shuffle<i32>(low, low, 2, 3, 2, 3));
}

function putPair(to: usize, high: v128, low: v128): void {
  const words = f64x2.add(
    f64x2.mul(f64x2.convert_low_i32x4_u(high), f64x2.splat(67108864)),
    f64x2.convert_low_i32x4_u(low),
  );
  const r = f64x2.div(words, f64x2.splat(9007199254740992));
  const deviation = f64x2.sub(f64x2.mul(f64x2.splat(2), r), f64x2.splat(1));
  v128.store(to, f64x2.add(f64x2.splat(1), f64x2.mul(f64x2.splat(spread), deviation)));
}

/** Draws the factors of four draws: two random numbers from each counter. */
function drawFour(draw: i32, to: usize): void {
  const draws = i32x4.add(i32x4.splat(draw), i32x4(0, 1, 2, 3));
  const times0 = i32x4.splat(MULTIPLIER_0);
  const times1 = i32x4.splat(MULTIPLIER_1);
  for (let i = 0; i < factorCount; i += 2) {
    let a = i32x4.splat(i >> 1);
    let b = draws;
    let c = i32x4.splat(0);
    let d = c;
    let key0 = seedLow;
    let key1 = seedHigh;
    for (let round = 0; round < ROUNDS; round += 1) {
      const low0 = i64x2.extmul_low_i32x4_u(a, times0);
      const high0 = i64x2.extmul_high_i32x4_u(a, times0);
      const low1 = i64x2.extmul_low_i32x4_u(c, times1);
      const high1 = i64x2.extmul_high_i32x4_u(c, times1);
      a = v128.xor(v128.xor(v128.shuffle<i32>(low1, high1, 1, 3, 5, 7), b), i32x4.splat(key0));
      c = v128.xor(v128.xor(v128.shuffle<i32>(low0, high0, 1, 3, 5, 7), d), i32x4.splat(key1));
      b = v128.shuffle<i32>(low1, high1, 0, 2, 4, 6);
      d = v128.shuffle<i32>(low0, high0, 0, 2, 4, 6);
      key0 += WEYL_0;
      key1 += WEYL_1;
    }
    const row = to + <usize>i * ROW;
    putFactors(row, a, b);
    if (i + 1 < factorCount) putFactors(row + ROW, c, d);
  }
}

/** Draws the factors of 16 draws, from `draw` on. */
export function drawFactors(draw: i32): void {
  for (let lane = 0; lane < <i32>LANES; lane += 4) drawFour(draw + lane, factors + ((<usize>lane) << 3));
}

/** Shares among siblings and weights in the whole, from the factors, into a set of rows. */
export function fillWeights(set: i32): void {
  const rows = firstRows + <usize>set * rowBytes;
  let at = families;
  let weight = weights;
  while (at < familiesEnd) {
    const above = wholes + <usize>load<i32>(at) * ROW;
    const count = load<i32>(at, 4);
    at += 8;
    for (let lane: usize = 0; lane < ROW; lane += 16) {
      let sum = f64x2.splat(0);
      for (let i = 0; i < count; i += 1) {
        const factor = v128.load(factors + <usize>load<i32>(at + ((<usize>i) << 4), 4) * ROW + lane);
        sum = f64x2.add(sum, f64x2.mul(v128.load64_splat(weight + ((<usize>i) << 3)), factor));
      }
      const parent = v128.load(above + lane);
      for (let i = 0; i < count; i += 1) {
        const child = at + ((<usize>i) << 4);
        const factor = v128.load(factors + <usize>load<i32>(child, 4) * ROW + lane);
        const share = f64x2.div(f64x2.mul(v128.load64_splat(weight + ((<usize>i) << 3)), factor), sum);
        const whole = f64x2.mul(parent, share);
        v128.store(wholes + <usize>load<i32>(child) * ROW + lane, whole);
        const leafRow = load<i32>(child, 8);
        if (leafRow >= 0) v128.store(rows + <usize>leafRow * ROW + lane, whole);
        const shareRow = load<i32>(child, 12);
        if (shareRow >= 0) v128.store(rows + <usize>shareRow * ROW + lane, share);
      }
    }
    at += (<usize>count) << 4;
    weight += (<usize>count) << 3;
  }
}
