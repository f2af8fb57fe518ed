import { compute } from './computation.ts';
import type { Computation } from './computation.ts';
import { ROOT } from './input.ts';
import type { EngineInput } from './input.ts';
import { lineageOf } from './lineage.ts';
import type { Lineage } from './lineage.ts';
import type { Method } from './method.ts';
import { buildModel, refuseUnscored } from './model.ts';
import type { Model } from './model.ts';
import { coverageAt } from './node-scores.ts';
import type { Warning } from './problem.ts';
import { rankNode } from './rank-node.ts';
import { settle } from './round.ts';
import { codeOf } from './tree.ts';
import type { UnitTotal } from './unit-total.ts';
import { warningsOf } from './warnings.ts';

/** One unit at one node. */
export interface ResultRow {
  readonly unit: string;
  /** Code of the indicator, or `total`. */
  readonly node: string;
  /** Final score; of a bonus, penalty or veto leaf its value. Null where there is none. */
  readonly score: number | null;
  /** Share of the weight under the node that entered the score, 0 to 1; at `total` that of the tree. */
  readonly coverage: number;
  /** Within the group; null without a score, and at bonus, penalty and veto leaves. */
  readonly rank: number | null;
  /** At `total` only. */
  readonly band: string | null;
}

export interface Results {
  /** With every default filled in. */
  readonly method: Method;
  /** One row for each unit and node: units as given, for each of them `total` and then the indicators as given. */
  readonly rows: readonly ResultRow[];
  /** The same rows one by one, for results too many to hold at once. */
  eachRow(): Generator<ResultRow, void>;
  /** How each unit's total came about, units as given. */
  readonly totals: readonly UnitTotal[];
  readonly warnings: readonly Warning[];
  /** @throws RangeError where unit or node does not exist */
  row(unit: string, node: string): ResultRow;
  /** @throws RangeError where unit or node does not exist */
  lineage(unit: string, node: string): Lineage;
}

const orNull = (x: number | undefined): number | null => (x === undefined || Number.isNaN(x) ? null : x);

const locate = (model: Model, unit: string, node: string): { u: number; n: number } => {
  const u = model.unitIndex.get(unit);
  const n = node === ROOT ? model.tree.root : model.tree.index.get(node);
  if (u === undefined) throw new RangeError(`there is no unit ${unit}`);
  if (n === undefined) throw new RangeError(`there is no node ${node}`);
  return { u, n };
};

/** The figures of a computation by name; ranks and lists are made when asked for, and kept. */
export const resultsOf = (computation: Computation): Results => {
  const { model, scores, totals } = computation;
  const { method, units, tree } = model;
  const width = units.length;
  const shownAt = (node: number, u: number): number =>
    node === tree.root ? (totals[u]?.total ?? NaN) : settle(scores.score[node * width + u] ?? NaN);
  const ranks: Float32Array[] = [];
  const ranksAt = (node: number): Float32Array =>
    (ranks[node] ??= rankNode(model, { node, shown: (u) => shownAt(node, u) }));

  const rowAt = (u: number, node: number): ResultRow => {
    return {
      unit: units[u]?.code ?? '',
      node: codeOf(tree, node),
      score: orNull(shownAt(node, u)),
      coverage: settle(coverageAt(model, scores, { node, unit: u })),
      rank: orNull(ranksAt(node)[u]),
      band: node === tree.root ? (totals[u]?.band ?? null) : null,
    };
  };
  const nodes = [tree.root, ...tree.indicators.keys()];
  function* eachRow(): Generator<ResultRow, void> {
    for (let u = 0; u < width; u += 1) for (const node of nodes) yield rowAt(u, node);
  }
  let rows: readonly ResultRow[] | null = null;
  let warnings: readonly Warning[] | null = null;
  return {
    method,
    get rows() {
      rows ??= [...eachRow()];
      return rows;
    },
    eachRow,
    totals,
    get warnings() {
      warnings ??= warningsOf(computation);
      return warnings;
    },
    row: (unit, node) => {
      const { u, n } = locate(model, unit, node);
      return rowAt(u, n);
    },
    lineage: (unit, node) => {
      const { u, n } = locate(model, unit, node);
      return lineageOf(computation, { node: n, unit: u });
    },
  };
};

/** Computes a model that is already checked; the method's rule on unscored leaves applies. */
export const computeModel = (model: Model): Results => {
  refuseUnscored(model);
  return resultsOf(compute(model));
};

/**
 * `(method, tree, scores) → results`: deterministic, without IO, clock or chance.
 *
 * Order of computing: normalise leaves (direction included) → aggregate up the tree, N/A and left-out leaves
 * redistributed → mix with the components → add bonus (up to its cap), subtract penalty → cap → band → veto → ranks.
 *
 * What the file format leaves open is decided so:
 * - Scores are freed of float dust at the tenth decimal (`settle`), then ranked and banded; that is "unrounded".
 * - `minmax`, `zscore`, `rank`, `borda` and `percentile` compare units that are ranked together.
 * - A leaf that does not apply to a kind, or has 0 marks for it, is not part of its tree: neither N/A nor missing.
 * - `sum` adds what is there and rescales nothing.
 * - Siblings weigh by marks where all of them carry marks, else by the weight column.
 * - `unscored: refuse` is about leaves with role `score`; bonus, penalty and veto leaves may stay empty.
 * - A veto lowers the band, never raises it, and leaves score and rank alone.
 *
 * @throws ScoringInputError with every problem found
 */
export const computeResults = (input: EngineInput): Results => computeModel(buildModel(input));
