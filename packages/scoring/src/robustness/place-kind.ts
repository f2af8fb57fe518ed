import type { Computation } from '../computation.ts';
import type { Model } from '../model.ts';
import { absentProgram } from './absent.ts';
import { seedWords } from './factors.ts';
import { reserveNumbers, ROW, SETS } from './kernel-places.ts';
import type { Shared } from './kernel-places.ts';
import { familyWords, LANES } from './linear-plan.ts';
import type { LinearPlan } from './linear-plan.ts';
import { mixPatterns } from './mix-patterns.ts';
import type { MixPatterns } from './mix-patterns.ts';

/** One kind in the kernel's memory. */
export interface PlacedKind {
  readonly linear: LinearPlan;
  readonly patterns: MixPatterns;
  readonly rows: number;
  readonly rowCount: number;
  readonly units: number;
  /** Addresses of the tables that `placeWeights` and `place` read. */
  readonly weights: number;
  readonly table: number;
}

/** The total is ranked in steps of 1e-10, or of the printed places where the method ranks those. */
export const stepOf = ({ method }: Model): number =>
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

export const placeKind = (
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
