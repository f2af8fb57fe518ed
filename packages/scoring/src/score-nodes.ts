import { addChild, addLeaves, aggregateOf, clearSums, emptySums, reasonOf } from './aggregate.ts';
import type { ChildColumn, Sums } from './aggregate.ts';
import type { KindPlan } from './kind-plan.ts';
import type { Aggregation } from './method.ts';
import type { Model } from './model.ts';
import { reasonCode } from './node-scores.ts';
import type { NodeScores } from './node-scores.ts';
import { isLeaf } from './tree.ts';

/** Dust of a share such as (1 + 1) ÷ 3 against a limit typed as 0.6666666666666666. */
const TOLERANCE = 1e-12;

const childColumn = (
  model: Model,
  { score, coverage, reason }: NodeScores,
  at: { readonly child: number; readonly plan: KindPlan },
): ChildColumn => {
  const width = model.units.length;
  const inner = model.tree.inner[at.child] ?? -1;
  return {
    score: score.subarray(at.child * width, (at.child + 1) * width),
    coverage: inner < 0 ? null : coverage.subarray(inner * width, (inner + 1) * width),
    reason: inner < 0 ? null : reason.subarray(inner * width, (inner + 1) * width),
    weight: at.plan.weight[at.child] ?? 0,
  };
};

/** One inner node for some units of one kind, and room for their sums. */
interface NodeUnits {
  readonly node: number;
  readonly plan: KindPlan;
  readonly units: Int32Array;
  readonly sums: Sums;
}

/** Adds up the children that count. */
const addChildren = (
  model: Model,
  into: NodeScores,
  at: NodeUnits & { readonly children: readonly number[]; readonly aggregation: Aggregation },
): void => {
  const { plan, children, aggregation } = at;
  if (aggregation === 'arithmetic' && children.every((child) => isLeaf(model.tree, child))) {
    const bases = Int32Array.from(children, (child) => child * model.units.length);
    const weights = Float64Array.from(children, (child) => plan.weight[child] ?? 0);
    addLeaves({ score: into.score, bases, weights }, at);
    return;
  }
  clearSums(at.sums);
  const adding = { aggregation, rescaled: model.method.notApplicable === 'total' };
  for (const child of children) addChild(adding, childColumn(model, into, { child, plan }), at);
};

/** Scores an inner node for some units of one kind from the scores of its children. */
export const scoreNode = (model: Model, into: NodeScores, at: NodeUnits): void => {
  const { node, plan, units, sums } = at;
  const { method } = model;
  const width = model.units.length;
  const base = (model.tree.inner[node] ?? 0) * width;
  const aggregation = model.aggregations[node] ?? method.aggregation;
  const children = (model.tree.children[node] ?? []).filter((child) => plan.counts[child] === 1);
  const declared = children.reduce((sum, child) => sum + (plan.weight[child] ?? 0), 0);
  if (declared === 0) {
    for (const u of units) {
      into.score[node * width + u] = NaN;
      into.coverage[base + u] = 0;
      into.reason[base + u] = reasonCode['no-weights'];
    }
    return;
  }
  addChildren(model, into, { ...at, children, aggregation });
  const { score, coverage, reason } = into;
  const least = method.minimumCoverage - TOLERANCE;
  for (let i = 0; i < units.length; i += 1) {
    const u = units[i] ?? 0;
    const covered = Math.min(1, (sums.present[i] ?? 0) / declared);
    const why = reasonOf(sums, i, covered - least);
    const x = why === reasonCode.none ? aggregateOf(aggregation, sums, i) : NaN;
    const overflow = why === reasonCode.none && !Number.isFinite(x);
    score[node * width + u] = overflow ? NaN : x;
    coverage[base + u] = covered;
    reason[base + u] = overflow ? reasonCode.overflow : why;
  }
};

/** A kind for which no leaf counts (0 marks, or applied to others) has no score, and that has a reason too. */
const sayNothingCounts = ({ tree, units }: Model, into: NodeScores, plan: KindPlan): void => {
  const base = (tree.inner[tree.root] ?? 0) * units.length;
  for (const u of plan.units) into.reason[base + u] = reasonCode['no-weights'];
};

/**
 * Scores every inner node and the root, children first.
 *
 * A child without a score (N/A, left out, below the minimum coverage) is left out and its weight goes to the others
 * by the method's policy. A child whose score is *undefined* though its values are there (a geometric mean with a
 * negative value) leaves the nodes above without a score too: dropping it would reward the negative value.
 */
export const scoreNodes = (model: Model, into: NodeScores): void => {
  const sums = emptySums(model.units.length);
  for (const node of model.tree.order.toReversed()) {
    if ((model.tree.inner[node] ?? -1) < 0) continue;
    for (const plan of model.plans) {
      if (plan.counts[node] === 1) scoreNode(model, into, { node, plan, units: plan.units, sums });
      else if (node === model.tree.root) sayNothingCounts(model, into, plan);
    }
  }
};
