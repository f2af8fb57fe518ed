import { ROOT } from '../input.ts';
import type { Model } from '../model.ts';
import type { RankingGroup } from '../ranking-groups.ts';
import { computeModel } from '../results.ts';
import type { Results } from '../results.ts';
import { ranksPerPlace } from './rank-matrix.ts';
import type { RankMatrix } from './rank-matrix.ts';
import { openRankRows } from './rank-rows.ts';
import type { RankRow, RankRows } from './rank-rows.ts';
import { summariseCounts } from './row-summary.ts';
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

const officialOrder = (model: Model, results: Results, { units }: RankingGroup) =>
  [...units]
    .flatMap((unit) => {
      const code = model.units[unit]?.code ?? '';
      const { rank } = results.row(code, ROOT);
      return rank === null ? [] : [{ unit, code, rank }];
    })
    .sort((a, b) => a.rank - b.rank);

/** What a row is to the one before it in the official order, and to the leader of its group. */
interface Neighbour {
  readonly aheadOfPrevious: number | null;
  readonly tie: number;
}

/**
 * Compares each row with the one before it, and numbers the groups of statistically tied units: down the official
 * order, a unit belongs to the group of the one that leads it as long as the leader is ahead in fewer than 95 % of the
 * draws; the first that is told apart leads the next.
 */
const compareNeighbours = (rows: readonly RankRow[], tools: RankRows): Neighbour[] => {
  let [leader] = rows;
  let tie = 1;
  return rows.map((row, i) => {
    const previous = rows[i - 1];
    if (previous === undefined || leader === undefined) return { aheadOfPrevious: null, tie };
    const aheadOfPrevious = tools.ahead(row, previous);
    const behind = previous === leader ? aheadOfPrevious : tools.ahead(row, leader);
    if (1 - behind >= TIE_CONFIDENCE) {
      leader = row;
      tie += 1;
    }
    return { aheadOfPrevious, tie };
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
    const tools = openRankRows(matrix, places * order.length);
    const neighbours = compareNeighbours(rows, tools);
    const units = order.map(({ code, rank }, i): UnitRobustness => {
      const behindNext = neighbours[i + 1]?.aheadOfPrevious ?? null;
      return {
        unit: code,
        rank,
        ...summariseCounts(tools.counts(rows[i] ?? ranks.subarray(0, 0)), places),
        aheadOfPrevious: neighbours[i]?.aheadOfPrevious ?? null,
        aheadOfNext: behindNext === null ? null : 1 - behindNext,
        tie: neighbours[i]?.tie ?? 1,
      };
    });
    return { group: group.name, units };
  });
};
