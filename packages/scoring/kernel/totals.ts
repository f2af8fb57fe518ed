// AssemblyScript: compiled to WebAssembly by scripts/kernel.ts; the machine code lies in src/robustness/kernel-code.ts.

/** Draws that are computed side by side: 8 registers of 2 doubles. */
const LANES: usize = 16;
/** Bytes of one row: a figure for each lane. */
const ROW: usize = LANES * 8;

// Where the arrays of one kind lie in memory; set once by `place`.
let leaves: i32 = 0;
let segments: i32 = 0;
let components: i32 = 0;
/** units × leaves, normalised scores, 0 where there is none. */
let values: usize = 0;
/** Rows: first one for each leaf (its weight in the whole), then shares among siblings, then the mix. */
let rows: usize = 0;
let firstRows: usize = 0;
/** Bytes of a set of rows. */
let rowBytes: usize = 0;
/** For each segment the number of the leaf after its last one. */
let segmentEnds: usize = 0;
/** units × segments: the slot whose factor the segment takes, or -1. */
let segmentSlots: usize = 0;
/** units + 1 places in `program`. */
let programStarts: usize = 0;
/** For each slot: its parent's slot or -1, 1 to take the rows from 1 or 0 to add them up, how many, the rows. */
let program: usize = 0;
/** Room for a row for each slot of a unit. */
let slots: usize = 0;
/** By unit: first of the rows that mix the tree with the components it has. */
let mixRows: usize = 0;
/** units × components, 0 where there is none. */
let componentValues: usize = 0;
/** By unit: bonus less penalty. */
let additions: usize = 0;
/** By unit: its place in each lane of the keys. */
let places: usize = 0;
/** Keys lane by lane, so that ranking a lane reads them in one sweep. */
let keys: usize = 0;
let firstKeys: usize = 0;
let laneBytes: usize = 0;
let cap: f64 = 0;
/** 1 for unrounded keys, else how many steps of 1e-10 make one of the printed places. */
let step: f64 = 1;

/** Room for one row: the sum over the segments of a unit. */
const sum = memory.data(128, 16);

/** Takes the addresses and counts, in the order of the variables above, from an array of doubles. */
export function place(from: usize): void {
  leaves = i32(load<f64>(from));
  segments = i32(load<f64>(from, 8));
  components = i32(load<f64>(from, 16));
  values = usize(load<f64>(from, 24));
  firstRows = usize(load<f64>(from, 32));
  rowBytes = usize(load<f64>(from, 144));
  segmentEnds = usize(load<f64>(from, 40));
  segmentSlots = usize(load<f64>(from, 48));
  programStarts = usize(load<f64>(from, 56));
  program = usize(load<f64>(from, 64));
  slots = usize(load<f64>(from, 72));
  mixRows = usize(load<f64>(from, 80));
  componentValues = usize(load<f64>(from, 88));
  additions = usize(load<f64>(from, 96));
  places = usize(load<f64>(from, 104));
  firstKeys = usize(load<f64>(from, 112));
  laneBytes = usize(load<f64>(from, 120));
  cap = load<f64>(from, 128);
  step = load<f64>(from, 136);
}

/** Factors that give what is absent of a unit to the rest: 1 ÷ (share that is present), times the parent's. */
function fillSlots(unit: i32): void {
  let at = program + ((<usize>load<i32>(programStarts + ((<usize>unit) << 2))) << 2);
  const end = program + ((<usize>load<i32>(programStarts + ((<usize>(unit + 1)) << 2))) << 2);
  let slot = slots;
  while (at < end) {
    const parent = load<i32>(at);
    const takes = load<i32>(at, 4);
    const count = load<i32>(at, 8);
    at += 12;
    for (let lane: usize = 0; lane < ROW; lane += 16) {
      let share = f64x2.splat(takes === 1 ? 1 : 0);
      for (let i = 0; i < count; i += 1) {
        const row = v128.load(rows + <usize>load<i32>(at + ((<usize>i) << 2)) * ROW + lane);
        share = takes === 1 ? f64x2.sub(share, row) : f64x2.add(share, row);
      }
      let factor = f64x2.div(f64x2.splat(1), share);
      if (parent >= 0) factor = f64x2.mul(factor, v128.load(slots + <usize>parent * ROW + lane));
      v128.store(slot + lane, factor);
    }
    at += (<usize>count) << 2;
    slot += ROW;
  }
}

/** Σ weight × score over the segments of a unit, each times its factor, into `sum`. */
function sumSegments(unit: i32): void {
  memory.fill(sum, 0, ROW);
  const own = values + <usize>unit * <usize>leaves * 8;
  let x = own;
  let w = rows;
  for (let segment = 0; segment < segments; segment += 1) {
    const end = own + ((<usize>load<i32>(segmentEnds + ((<usize>segment) << 2))) << 3);
    let s0 = f64x2.splat(0);
    let s1 = s0;
    let s2 = s0;
    let s3 = s0;
    let s4 = s0;
    let s5 = s0;
    let s6 = s0;
    let s7 = s0;
    while (x < end) {
      const v = v128.load64_splat(x);
      s0 = f64x2.add(s0, f64x2.mul(v, v128.load(w)));
      s1 = f64x2.add(s1, f64x2.mul(v, v128.load(w, 16)));
      s2 = f64x2.add(s2, f64x2.mul(v, v128.load(w, 32)));
      s3 = f64x2.add(s3, f64x2.mul(v, v128.load(w, 48)));
      s4 = f64x2.add(s4, f64x2.mul(v, v128.load(w, 64)));
      s5 = f64x2.add(s5, f64x2.mul(v, v128.load(w, 80)));
      s6 = f64x2.add(s6, f64x2.mul(v, v128.load(w, 96)));
      s7 = f64x2.add(s7, f64x2.mul(v, v128.load(w, 112)));
      x += 8;
      w += ROW;
    }
    const slot = load<i32>(segmentSlots + ((<usize>(unit * segments + segment)) << 2));
    if (slot >= 0) {
      const factor = slots + <usize>slot * ROW;
      s0 = f64x2.mul(s0, v128.load(factor));
      s1 = f64x2.mul(s1, v128.load(factor, 16));
      s2 = f64x2.mul(s2, v128.load(factor, 32));
      s3 = f64x2.mul(s3, v128.load(factor, 48));
      s4 = f64x2.mul(s4, v128.load(factor, 64));
      s5 = f64x2.mul(s5, v128.load(factor, 80));
      s6 = f64x2.mul(s6, v128.load(factor, 96));
      s7 = f64x2.mul(s7, v128.load(factor, 112));
    }
    v128.store(sum, f64x2.add(v128.load(sum), s0));
    v128.store(sum, f64x2.add(v128.load(sum, 16), s1), 16);
    v128.store(sum, f64x2.add(v128.load(sum, 32), s2), 32);
    v128.store(sum, f64x2.add(v128.load(sum, 48), s3), 48);
    v128.store(sum, f64x2.add(v128.load(sum, 64), s4), 64);
    v128.store(sum, f64x2.add(v128.load(sum, 80), s5), 80);
    v128.store(sum, f64x2.add(v128.load(sum, 96), s6), 96);
    v128.store(sum, f64x2.add(v128.load(sum, 112), s7), 112);
  }
}

/** Past this a total is not freed of dust: its product with 1e10 is no longer exact. */
const DUST_LIMIT: f64 = 900000;

/**
 * The key by which a total is ranked: the total in steps of 1e-10, a whole number, so that what differs by the dust of
 * binary arithmetic is equal; in steps of the printed places, half away from zero, where these are ranked.
 */
function keyOf(total: v128): v128 {
  const scaled = f64x2.mul(total, f64x2.splat(10000000000));
  const settled = v128.bitselect(
    f64x2.nearest(scaled),
    scaled,
    f64x2.lt(f64x2.abs(total), f64x2.splat(DUST_LIMIT)),
  );
  if (step === 1) return settled;
  const size = f64x2.splat(step);
  const steps = f64x2.floor(
    f64x2.div(f64x2.add(f64x2.abs(settled), f64x2.mul(size, f64x2.splat(0.5))), size),
  );
  return v128.bitselect(f64x2.neg(steps), steps, f64x2.lt(settled, f64x2.splat(0)));
}

/**
 * Keys of some units of the kind in 16 lanes. There are several sets of rows and keys, so that the values of these
 * units serve more draws while they are in the near memory.
 */
export function fillKeys(from: i32, to: i32, set: i32): void {
  rows = firstRows + <usize>set * rowBytes;
  keys = firstKeys + <usize>set * LANES * laneBytes;
  for (let unit = from; unit < to; unit += 1) {
    fillSlots(unit);
    sumSegments(unit);
    const mix = rows + <usize>load<i32>(mixRows + ((<usize>unit) << 2)) * ROW;
    const others = componentValues + <usize>unit * <usize>components * 8;
    let out = keys + ((<usize>load<i32>(places + ((<usize>unit) << 2))) << 3);
    for (let lane: usize = 0; lane < ROW; lane += 16) {
      let total = f64x2.mul(v128.load(sum + lane), v128.load(mix + lane));
      for (let i = 0; i < components; i += 1) {
        const weight = v128.load(mix + <usize>(i + 1) * ROW + lane);
        total = f64x2.add(total, f64x2.mul(v128.load64_splat(others + ((<usize>i) << 3)), weight));
      }
      total = f64x2.add(total, v128.load64_splat(additions + ((<usize>unit) << 3)));
      total = f64x2.pmin(f64x2.splat(cap), total);
      const key = keyOf(total);
      v128.store64_lane(out, key, 0);
      v128.store64_lane(out + laneBytes, key, 1);
      out += 2 * laneBytes;
    }
  }
}
