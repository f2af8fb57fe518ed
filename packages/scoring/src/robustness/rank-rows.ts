import { KernelMemory, openKernel } from './kernel.ts';
import type { RankMatrix } from './rank-matrix.ts';

/** A unit's ranks in all draws. */
export type RankRow = RankMatrix['ranks'];

/** The two figures that go over every draw of a row. */
export interface RankRows {
  /** Share of draws in which the first row's rank is better than the second's; level counts half. */
  ahead(one: RankRow, other: RankRow): number;
  /** How often the row has each rank, by rank; valid until the next call. */
  counts(row: RankRow): Uint32Array;
}

/** @param most the highest rank that occurs */
const plainRows = (most: number): RankRows => {
  const counts = new Uint32Array(most + 1);
  return {
    ahead: (one, other) => {
      let halves = 0;
      // Signs from the bits of the differences: which is ahead is a coin toss, and a wrong guess costs the processor.
      for (let i = 0; i < one.length; i += 1) {
        const difference = (one[i] ?? 0) - (other[i] ?? 0);
        halves += 1 + (difference >>> 31) - (-difference >>> 31);
      }
      return halves / (2 * one.length);
    },
    counts: (row) => {
      counts.fill(0);
      for (let i = 0; i < row.length; i += 1) {
        const rank = row[i] ?? 0;
        counts[rank] = (counts[rank] ?? 0) + 1;
      }
      return counts;
    },
  };
};

/** Room for three rows: the one that is looked at, the one before it, and the leader of its group. */
const SLOTS = 3;

const kernelRows = (draws: number, most: number): RankRows | null => {
  const kernel = openKernel();
  if (kernel === null) return null;
  const memory = new KernelMemory(kernel);
  const slots = Array.from({ length: SLOTS }, () => ({
    address: memory.reserve(draws * 2),
    row: null as RankRow | null,
    used: 0,
  }));
  const countsAt = memory.reserve((most + 1) * 4);
  const buffer = memory.open();
  const counts = new Uint32Array(buffer, countsAt, most + 1);
  let calls = 0;
  /** Where a row lies, copied in place of the one that was not needed for the longest time. */
  const addressOf = (row: RankRow): number => {
    calls += 1;
    const [oldest] = slots.toSorted((a, b) => a.used - b.used);
    const slot = slots.find((each) => each.row === row) ?? oldest;
    if (slot === undefined) return 0;
    if (slot.row !== row) new Uint16Array(buffer, slot.address, draws).set(row);
    slot.row = row;
    slot.used = calls;
    return slot.address;
  };
  return {
    ahead: (one, other) => kernel.compareRows(addressOf(one), addressOf(other), draws) / (2 * draws),
    counts: (row) => {
      counts.fill(0);
      kernel.countRanks(addressOf(row), draws, countsAt);
      return counts;
    },
  };
};

export const openRankRows = ({ ranks, draws }: RankMatrix, most: number): RankRows =>
  (ranks instanceof Uint16Array ? kernelRows(draws, most) : null) ?? plainRows(most);
