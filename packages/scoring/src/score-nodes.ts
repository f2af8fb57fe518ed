import { addParts, aggregateOf, emptySums } from './aggregate.ts';
import type { Parts } from './aggregate.ts';
import type { KindPlan } from './kind-plan.ts';
import type { Model } from './model.ts';
import { isUndefined, reasonCode } from './node-scores.ts';
import type { NodeScores } from './node-scores.ts';

/** Dust of a share such as (1 + 1) ÷ 3 against a limit typed as 0.6666666666666666. */
const TOLERANCE = 1e-12;

/** Some units of one kind, in any order. */
export interface Column {
  readonly plan: KindPlan;
  readonly units: Int32Array;
}

/** Which of the node's children have a value for a unit, and which are undefined. */
interface Presence {
  /** Σ of the declared weights × coverage. */
  readonly weight: Float64Array;
  readonly flags: Uint8Array;
}
const PRESENT = 1;
const UNDEFINED_BELOW = 2;

/** Reads one child's column: its scores, its weights in use and what is present of it. */
const readChild = (
  model: Model,
  scores: NodeScores,
  at: { readonly child: number; readonly column: Column; readonly sums: boolean },
): ((parts: Parts, presence: Presence) => void) => {
  const { child, column, sums } = at;
  const { units, plan } = column;
  const width = model.units.length;
  const declared = plan.weight[child] ?? 0;
  const rescaled = model.method.notApplicable === 'total';
  const inner = model.tree.inner[child] ?? -1;
  const { score, coverage, reason } = scores;
  return ({ value, use }, { weight, flags }) => {
    for (let i = 0; i < units.length; i += 1) {
      const u = units[i] ?? 0;
      const x = score[child * width + u] ?? NaN;
      if (Number.isNaN(x)) {
        value[i] = 0;
        use[i] = 0;
        const below = inner >= 0 && declared > 0 && isUndefined(reason[inner * width + u] ?? 0);
        if (below) flags[i] = (flags[i] ?? 0) | UNDEFINED_BELOW;
        continue;
      }
      const covered = inner >= 0 ? (coverage[inner * width + u] ?? 0) : 1;
      value[i] = x;
      use[i] = sums ? 1 : rescaled ? declared * covered : declared;
      weight[i] = (weight[i] ?? 0) + declared * covered;
      flags[i] = (flags[i] ?? 0) | PRESENT;
    }
  };
};

/** Scores an inner node for some units of one kind from the scores of its children. */
export const scoreNode = (
  model: Model,
  into: NodeScores,
  at: { readonly node: number; readonly column: Column },
): void => {
  const { node, column } = at;
  const { plan, units } = column;
  const width = model.units.length;
  const base = (model.tree.inner[node] ?? 0) * width;
  const aggregation = model.aggregations[node] ?? model.method.aggregation;
  const children = (model.tree.children[node] ?? []).filter((child) => plan.counts[child] === 1);
  const declared = children.reduce((sum, child) => sum + (plan.weight[child] ?? 0), 0);
  if (declared === 0) {
    for (const u of units) into.reason[base + u] = reasonCode['no-weights'];
    return;
  }
  const count = units.length;
  const sums = emptySums(count);
  const parts = { value: new Float64Array(count), use: new Float64Array(count) };
  const presence = { weight: new Float64Array(count), flags: new Uint8Array(count) };
  for (const child of children) {
    readChild(model, into, { child, column, sums: aggregation === 'sum' })(parts, presence);
    addParts(aggregation, parts, { sums, count });
  }
  for (let i = 0; i < count; i += 1) {
    const u = units[i] ?? 0;
    const covered = Math.min(1, (presence.weight[i] ?? 0) / declared);
    const flags = presence.flags[i] ?? 0;
    let outcome = { score: NaN, reason: reasonCode['nothing-present'] };
    if ((flags & UNDEFINED_BELOW) !== 0) outcome = { score: NaN, reason: reasonCode['undefined-below'] };
    else if ((flags & PRESENT) === 0) outcome = { score: NaN, reason: reasonCode['nothing-present'] };
    else if (covered < model.method.minimumCoverage - TOLERANCE) {
      outcome = { score: NaN, reason: reasonCode['coverage-below-minimum'] };
    } else outcome = aggregateOf(aggregation, sums, i);
    into.score[node * width + u] = outcome.score;
    into.coverage[base + u] = covered;
    into.reason[base + u] = outcome.reason;
  }
};

/**
 * Scores every inner node and the root, children first.
 *
 * A child without a score (N/A, left out, below the minimum coverage) is left out and its weight goes to the others
 * by the method's policy. A child whose score is *undefined* though its values are there (a geometric mean with a
 * negative value) leaves the nodes above without a score too: dropping it would reward the negative value.
 */
export const scoreNodes = (model: Model, into: NodeScores): void => {
  for (const node of model.tree.order.toReversed()) {
    if ((model.tree.inner[node] ?? -1) < 0) continue;
    for (const plan of model.plans) {
      if (plan.counts[node] === 1) scoreNode(model, into, { node, column: { plan, units: plan.units } });
    }
  }
};
