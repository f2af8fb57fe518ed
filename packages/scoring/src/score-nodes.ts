import { aggregate } from './aggregate.ts';
import type { Undefined } from './aggregate.ts';
import { aggregationOf } from './kind-plan.ts';
import type { KindPlan } from './kind-plan.ts';
import type { Model } from './model.ts';
import { weightInUse } from './node-scores.ts';
import type { NodeScores } from './node-scores.ts';
import { settle } from './round.ts';
import { codeOf, isLeaf } from './tree.ts';

/** Dust of a share such as (1 + 1) ÷ 3 against a limit typed as 0.6666666666666666. */
const TOLERANCE = 1e-12;

const scoreNode = (model: Model, into: NodeScores, at: { node: number; plan: KindPlan }): void => {
  const { tree, method, units } = model;
  const { node, plan } = at;
  const { score, coverage, undefinedAt, warnings } = into;
  const width = units.length;
  const code = codeOf(tree, node);
  const aggregation = aggregationOf(tree, node, method);
  const children = (tree.children[node] ?? []).filter((child) => plan.counts[child] === 1);
  const declared = children.reduce((sum, child) => sum + (plan.weight[child] ?? 0), 0);
  if (declared === 0) {
    const params = { node: code, unit: plan.kind };
    warnings.push({ code: 'zero-weights', params, unit: null, node: code });
    for (const u of plan.units) undefinedAt[node * width + u] = 1;
    return;
  }
  const scores = new Float64Array(children.length);
  const weights = new Float64Array(children.length);
  for (const u of plan.units) {
    const cell = node * width + u;
    const unit = units[u]?.code ?? '';
    let count = 0;
    let present = 0;
    let below = false;
    for (const child of children) {
      const childCell = child * width + u;
      if (undefinedAt[childCell] === 1 && (plan.weight[child] ?? 0) > 0) below = true;
      const x = score[childCell] ?? NaN;
      if (Number.isNaN(x)) continue;
      const childCoverage = coverage[childCell] ?? 0;
      scores[count] = x;
      weights[count] = weightInUse(model, plan, { child, coverage: childCoverage });
      present += (plan.weight[child] ?? 0) * childCoverage;
      count += 1;
    }
    coverage[cell] = Math.min(1, present / declared);
    if (below) {
      undefinedAt[cell] = 1;
      continue;
    }
    if (count === 0) {
      warnings.push({ code: 'nothing-present', params: { unit, node: code }, unit, node: code });
      continue;
    }
    const covered = coverage[cell] ?? 0;
    if (covered < method.minimumCoverage - TOLERANCE) {
      const params = { unit, node: code, coverage: settle(covered), minimum: method.minimumCoverage };
      warnings.push({ code: 'coverage-below-minimum', params, unit, node: code });
      continue;
    }
    const result = aggregate(aggregation, { scores, weights, count });
    if (typeof result === 'number') {
      score[cell] = result;
      continue;
    }
    if (result !== 'zero-weights') undefinedAt[cell] = 1;
    const child = children.find((c) => (score[c * width + u] ?? 0) < 0) ?? node;
    warnings.push(undefinedWarning(result, { unit, node: code, aggregation, child: codeOf(tree, child) }));
  }
};

const undefinedWarning = (
  code: Undefined,
  params: { unit: string; node: string; aggregation: string; child: string },
) => ({ code, params, unit: params.unit, node: params.node });

/**
 * Scores every inner node and the root, children first.
 *
 * A child without a score (N/A, left out, below the minimum coverage) is left out and its weight goes to the others
 * by the method's policy. A child whose score is *undefined* though its values are there (a geometric mean with a
 * negative value) leaves the nodes above without a score too: dropping it would reward the negative value.
 */
export const scoreNodes = (model: Model, into: NodeScores): void => {
  for (const node of model.tree.order.toReversed()) {
    if (isLeaf(model.tree, node)) continue;
    for (const plan of model.plans) {
      if (plan.counts[node] === 1) scoreNode(model, into, { node, plan });
    }
  }
};
