import { compute } from '../computation.ts';
import type { Computation } from '../computation.ts';
import { tieRules } from '../method.ts';
import type { Model } from '../model.ts';
import { absentProgram } from './absent.ts';
import type { Draws } from './draws.ts';
import { ordinalsOf, seedWords } from './factors.ts';
import type { Ordinals } from './factors.ts';
import { KernelMemory, openKernel } from './kernel.ts';
import type { KernelExports } from './kernel.ts';
import { familyWords, isLinear, LANES, linearPlan } from './linear-plan.ts';
import type { LinearPlan } from './linear-plan.ts';
import { fillMix, mixPatterns } from './mix-patterns.ts';
import type { MixPatterns } from './mix-patterns.ts';
import type { RobustnessOptions } from './options.ts';
import { emptyRankMatrix, rankBytes } from './rank-matrix.ts';

const DOUBLE = 8;
const ROW = LANES * DOUBLE;
/** Sets of rows and keys: blocks of draws for which a unit's values are read once. */
const SETS = 4;
/** Bytes of the values of so many units at a time: they stay in a processor's own cache. */
const TILE = 256 * 1024;
/** The most bytes of ranks that are kept in the kernel's memory before they are copied out. */
const RANKS = 4 * 1024 * 1024;

/** Where what all kinds and groups use lies. */
interface Shared {
  readonly memory: KernelMemory;
  readonly options: RobustnessOptions;
  readonly ordinals: Ordinals;
  /** Rows of factors by ordinal. */
  readonly factors: number;
  readonly keys: number;
  readonly laneBytes: number;
  /** By unit: its place in a lane of the keys and among the ranks; the units of a group lie side by side. */
  readonly placeOf: Int32Array;
  readonly ranks: number;
  /** Draws whose ranks have room. */
  readonly block: number;
  readonly fills: Fill[];
}

/** One kind in the kernel's memory. */
interface PlacedKind {
  readonly linear: LinearPlan;
  readonly patterns: MixPatterns;
  readonly rows: number;
  readonly rowCount: number;
  readonly units: number;
  /** Addresses of the tables that `placeWeights` and `place` read. */
  readonly weights: number;
  readonly table: number;
}

/** Writes once the memory is open. */
type Fill = (buffer: ArrayBuffer) => void;

const reserveNumbers = (memory: KernelMemory, fills: Fill[], numbers: Float64Array | Int32Array): number => {
  const address = memory.reserve(numbers.byteLength);
  fills.push((buffer) => {
    const array = numbers instanceof Int32Array ? Int32Array : Float64Array;
    new array(buffer, address, numbers.length).set(numbers);
  });
  return address;
};

/** The total is ranked in steps of 1e-10, or of the printed places where the method ranks those. */
const stepOf = ({ method }: Model): number =>
  method.ranking.basis === 'rounded' ? 10 ** (10 - method.ranking.decimals) : 1;

/** The table from which a kind's weights are drawn into the rows that begin at an address. */
const placeDrawing = (
  model: Model,
  linear: LinearPlan,
  { shared, rows, rowCount }: { readonly shared: Shared; readonly rows: number; readonly rowCount: number },
): number => {
  const { memory, fills, factors, ordinals, options } = shared;
  const words = familyWords(linear);
  const families = reserveNumbers(memory, fills, words);
  const weights = Float64Array.from(linear.families.flatMap(({ weights: own }) => [...own]));
  const wholes = memory.reserve((model.tree.root + 1) * ROW);
  // The root is the whole of itself.
  fills.push((buffer) => new Float64Array(buffer, wholes + model.tree.root * ROW, LANES).fill(1));
  return reserveNumbers(
    memory,
    fills,
    Float64Array.of(
      factors,
      ordinals.count,
      ...seedWords(options.seed),
      options.spread,
      families,
      families + words.byteLength,
      reserveNumbers(memory, fills, weights),
      wholes,
      rows,
      rowCount * ROW,
    ),
  );
};

const placeKind = (
  { model, scores, totals }: Computation,
  linear: LinearPlan,
  shared: Shared,
): PlacedKind => {
  const { memory, keys, laneBytes, placeOf, fills } = shared;
  const width = model.units.length;
  const units = linear.plan.units.filter((unit) => totals[unit]?.total !== null);
  const put = (numbers: Float64Array | Int32Array): number => reserveNumbers(memory, fills, numbers);
  const values = new Float64Array(units.length * linear.leaves.length);
  const { length } = linear.leaves;
  for (let row = 0; row < length; row += 1) {
    const base = (linear.leaves[row] ?? 0) * width;
    for (let i = 0; i < units.length; i += 1) {
      const score = scores.score[base + (units[i] ?? 0)] ?? NaN;
      values[i * length + row] = Number.isNaN(score) ? 0 : score;
    }
  }
  const absent = absentProgram(model, scores, { linear, units });
  const patterns = mixPatterns(model, units, linear.rows);
  const rowCount = linear.rows + patterns.rows;
  const rows = memory.reserve(rowCount * ROW * SETS);
  const places = units.map((unit) => placeOf[unit] ?? 0);
  const additions = Float64Array.from(units, (unit) => {
    const total = totals[unit];
    return total === undefined ? 0 : total.bonus.counted - total.penalty;
  });
  const table = put(
    Float64Array.of(
      linear.leaves.length,
      linear.segments.length,
      model.components.length,
      put(values),
      rows,
      put(Int32Array.from(linear.segments, ({ end }) => end)),
      put(absent.slots),
      put(absent.starts),
      put(absent.program),
      memory.reserve(absent.mostSlots * ROW),
      put(patterns.firstRow),
      put(patterns.values),
      put(additions),
      put(places),
      keys,
      laneBytes,
      model.method.totalCap ?? Infinity,
      stepOf(model),
      rowCount * ROW,
    ),
  );
  const weights = placeDrawing(model, linear, { shared, rows, rowCount });
  return { linear, patterns, rows, rowCount, units: units.length, weights, table };
};

/** The power of two that gives each unit two buckets on average: a wrong guess costs more than an empty bucket. */
const bucketsFor = (units: number): number => 2 ** Math.max(4, Math.ceil(Math.log2(units)) + 1);

/** A group with its units that have a total, at their places. */
interface PlacedGroup {
  readonly ranked: Int32Array;
  readonly first: number;
}

const placeUnits = ({
  model,
  totals,
}: Computation): { groups: PlacedGroup[]; placeOf: Int32Array; places: number } => {
  const placeOf = new Int32Array(model.units.length).fill(-1);
  let places = 0;
  const groups = model.groups.map(({ units }) => {
    const ranked = units.filter((unit) => totals[unit]?.total !== null);
    const first = places;
    for (const [i, unit] of ranked.entries()) placeOf[unit] = first + i;
    // Keys are read in pairs.
    places += ranked.length + (ranked.length % 2);
    return { ranked, first };
  });
  return { groups, placeOf, places };
};

const placeGroup = (model: Model, shared: Shared, { ranked, first }: PlacedGroup): number => {
  const { memory } = shared;
  const buckets = bucketsFor(ranked.length);
  const bytes = rankBytes(model);
  return reserveNumbers(
    memory,
    shared.fills,
    Float64Array.of(
      ranked.length,
      shared.keys + first * DOUBLE,
      shared.laneBytes,
      buckets,
      memory.reserve(ranked.length * DOUBLE),
      memory.reserve(ranked.length * 4),
      memory.reserve((ranked.length + 1) * 4),
      memory.reserve(buckets * 4),
      tieRules.indexOf(model.method.ranking.ties),
      memory.reserve(ranked.length * LANES * bytes),
      shared.ranks + first * shared.block * bytes,
      bytes,
      shared.block * bytes,
    ),
  );
};

/** As many draws as have room, in whole blocks of lanes. */
const blockFor = (model: Model, draws: number): number => {
  const room = Math.floor(RANKS / (model.units.length * rankBytes(model) * LANES));
  return LANES * Math.max(1, Math.min(room, Math.ceil(draws / LANES)));
};

const openOn = (kernel: KernelExports, model: Model, options: RobustnessOptions): Draws => {
  const memory = new KernelMemory(kernel);
  const computation = compute(model);
  const ordinals = ordinalsOf(model);
  const block = blockFor(model, options.draws);
  const { groups: placedGroups, placeOf, places } = placeUnits(computation);
  const laneBytes = places * DOUBLE;
  const shared: Shared = {
    memory,
    options,
    ordinals,
    factors: memory.reserve(ordinals.count * ROW),
    keys: memory.reserve(laneBytes * LANES * SETS),
    laneBytes,
    placeOf,
    ranks: memory.reserve(places * block * rankBytes(model)),
    block,
    fills: [],
  };
  const kinds = model.plans
    .filter((plan) => plan.counts[model.tree.root] === 1)
    .map((plan) => placeKind(computation, linearPlan(model, plan, ordinals), shared));
  const groups = placedGroups.map((group) => placeGroup(model, shared, group));
  const buffer = memory.open();
  for (const fill of shared.fills) fill(buffer);

  const factors = new Float64Array(buffer, shared.factors, ordinals.count * LANES);
  /** A set of a kind's rows, from the factors of 16 draws. */
  const fillRows = ({ patterns, rows, rowCount, weights }: PlacedKind, set: number): void => {
    kernel.placeWeights(weights);
    kernel.fillWeights(set);
    const view = new Float64Array(buffer, rows + set * rowCount * ROW, rowCount * LANES);
    for (let lane = 0; lane < LANES; lane += 1) fillMix(patterns, view, { lane, ordinals, factors });
  };
  /** Keys of up to 16 draws in each set. */
  const fillKeys = (from: number, draws: number): void => {
    const sets = Math.ceil(draws / LANES);
    const [any] = kinds;
    for (let set = 0; any !== undefined && set < sets; set += 1) {
      kernel.placeWeights(any.weights);
      kernel.drawFactors(from + set * LANES);
      for (const kind of kinds) fillRows(kind, set);
    }
    for (const kind of kinds) {
      kernel.place(kind.table);
      const tile = Math.max(1, Math.floor(TILE / (kind.linear.leaves.length * DOUBLE)));
      for (let unit = 0; unit < kind.units; unit += tile) {
        for (let set = 0; set < sets; set += 1) {
          kernel.fillKeys(unit, Math.min(kind.units, unit + tile), set);
        }
      }
    }
  };
  const rankBlock = (from: number, draws: number): void => {
    for (let done = 0; done < draws; done += LANES * SETS) {
      const now = Math.min(LANES * SETS, draws - done);
      fillKeys(from + done, now);
      for (const group of groups) {
        kernel.placeGroup(group);
        for (let set = 0; set * LANES < now; set += 1) {
          kernel.rankGroup(done + set * LANES, Math.min(LANES, now - set * LANES), set);
        }
      }
    }
  };
  const array = rankBytes(model) === 2 ? Uint16Array : Uint32Array;
  const kept = new array(buffer, shared.ranks, places * block);
  return {
    totals: (draw) => {
      fillKeys(draw, 1);
      const view = new Float64Array(buffer, shared.keys, places);
      const scale = stepOf(model) / 1e10;
      return Float64Array.from(placeOf, (place) => (place < 0 ? NaN : (view[place] ?? NaN) * scale));
    },
    run: (from, draws) => {
      const matrix = emptyRankMatrix(model, { from, draws });
      for (let done = 0; done < draws; done += block) {
        const now = Math.min(block, draws - done);
        rankBlock(from + done, now);
        for (const [unit, place] of placeOf.entries()) {
          if (place < 0) continue;
          matrix.ranks.set(kept.subarray(place * block, place * block + now), unit * draws + done);
        }
      }
      return matrix;
    },
  };
};

/** Draws by compiled code, 16 side by side, or null where it cannot run here or the method is not linear. */
export const openKernelDraws = (model: Model, options: RobustnessOptions): Draws | null => {
  if (!isLinear(model)) return null;
  const kernel = openKernel();
  return kernel === null ? null : openOn(kernel, model, options);
};
