import { compute } from '../computation.ts';
import type { Model } from '../model.ts';
import type { Draws } from './draws.ts';
import { ordinalsOf } from './factors.ts';
import { KernelMemory, openKernel } from './kernel.ts';
import type { KernelExports } from './kernel.ts';
import { DOUBLE, ROW, SETS } from './kernel-places.ts';
import type { Shared } from './kernel-places.ts';
import { isLinear, LANES, linearPlan } from './linear-plan.ts';
import { fillMix } from './mix-patterns.ts';
import type { RobustnessOptions } from './options.ts';
import { placeGroup, placeUnits } from './place-group.ts';
import { placeKind, stepOf } from './place-kind.ts';
import type { PlacedKind } from './place-kind.ts';
import { emptyRankMatrix, rankBytes } from './rank-matrix.ts';

/** Bytes of the values of so many units at a time: they stay in a processor's own cache. */
const TILE = 256 * 1024;
/** The most bytes of ranks that are kept in the kernel's memory before they are copied out. */
const RANKS = 4 * 1024 * 1024;

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
