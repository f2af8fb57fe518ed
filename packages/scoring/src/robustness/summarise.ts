import { ROOT } from '../input.ts';
import type { Model } from '../model.ts';
import type { RankingGroup } from '../ranking-groups.ts';
import { computeModel } from '../results.ts';
import type { Results } from '../results.ts';
import { ranksPerPlace } from './rank-matrix.ts';
import type { RankMatrix } from './rank-matrix.ts';
import { summariseRow } from './row-summary.ts';
import type { RowSummary } from './row-summary.ts';

/** How a unit's rank fares when the weights are drawn. */
export interface UnitRobustness extends RowSummary {
  readonly unit: string;
  /** The official rank. */
  readonly rank: number;
  /** Share of draws in which it is ahead of the unit before it in the official order; draws in which both are level count half. */
  readonly aheadOfPrevious: number | null;
  /** The same for the unit after it. */
  readonly aheadOfNext: number | null;
  /** Number, from 1, of the group of units that are statistically tied. */
  readonly tie: number;
}

/** Units that are ranked together, in their official order. Those without a rank are left out. */
export interface GroupRobustness {
  readonly group: string;
  readonly units: readonly UnitRobustness[];
}

/** A unit is told apart from the first of a group where that one is ahead in this share of the draws. */
export const TIE_CONFIDENCE = 0.95;

/**
 * Share of draws in which one row's rank is better than another's; level counts half. Signs are taken from the bits of
 * the differences: which unit is ahead is a coin toss to the processor, and a wrong guess costs more than the sum.
 */
const aheadOf = (one: RankMatrix['ranks'], other: RankMatrix['ranks']): number => {
  let better = 0;
  let worse = 0;
  for (let i = 0; i < one.length; i += 1) {
    const difference = (one[i] ?? 0) - (other[i] ?? 0);
    better += difference >>> 31;
    worse += -difference >>> 31;
  }
  return (better + (one.length - better - worse) / 2) / one.length;
};

const officialOrder = (model: Model, results: Results, { units }: RankingGroup) =>
  [...units]
    .flatMap((unit) => {
      const code = model.units[unit]?.code ?? '';
      const { rank } = results.row(code, ROOT);
      return rank === null ? [] : [{ unit, code, rank }];
    })
    .sort((a, b) => a.rank - b.rank);

/**
 * Numbers the groups of statistically tied units: down the official order, a unit belongs to the group of the one that
 * leads it as long as the leader is ahead in fewer than 95 % of the draws; the first that is told apart leads the next.
 */
const tieNumbers = (rows: readonly RankMatrix['ranks'][]): number[] => {
  let leader = rows[0];
  let tie = 1;
  return rows.map((row) => {
    if (leader !== undefined && row !== leader && aheadOf(leader, row) >= TIE_CONFIDENCE) {
      leader = row;
      tie += 1;
    }
    return tie;
  });
};

/** Draws the figures of every unit from its ranks. */
export const summariseRanks = (model: Model, matrix: RankMatrix): GroupRobustness[] => {
  const results = computeModel(model);
  const places = ranksPerPlace(model);
  const { draws, ranks } = matrix;
  return model.groups.map((group) => {
    const order = officialOrder(model, results, group);
    const rows = order.map(({ unit }) => ranks.subarray(unit * draws, (unit + 1) * draws));
    const ties = tieNumbers(rows);
    const ahead = rows.slice(1).map((row, i) => aheadOf(rows[i] ?? row, row));
    const units = order.map(({ code, rank }, i): UnitRobustness => {
      const before = ahead[i - 1];
      return {
        unit: code,
        rank,
        ...summariseRow(rows[i] ?? ranks.subarray(0, 0), places),
        aheadOfPrevious: before === undefined ? null : 1 - before,
        aheadOfNext: ahead[i] ?? null,
        tie: ties[i] ?? 1,
      };
    });
    return { group: group.name, units };
  });
};
