import { compute, totalUnits } from '../computation.ts';
import type { Computation } from '../computation.ts';
import { ROOT } from '../input.ts';
import type { KindPlan } from '../kind-plan.ts';
import type { Model } from '../model.ts';
import { resultsOf } from '../results.ts';
import { scoreNodes } from '../score-nodes.ts';
import { codeOf, isLeaf } from '../tree.ts';

/** One way to do it otherwise: the same scores, another method. */
export interface Scenario {
  /** Without one family of the top level; all weights equal among siblings; geometric in place of arithmetic means. */
  readonly scenario: 'without-family' | 'equal-weights' | 'geometric';
  /** The family that is left out. */
  readonly node: string | null;
  readonly units: readonly {
    readonly unit: string;
    readonly total: number | null;
    readonly rank: number | null;
  }[];
}

const withPlans = (model: Model, change: (plan: KindPlan) => Partial<KindPlan>): Model => {
  const plans = model.plans.map((plan) => ({ ...plan, ...change(plan) }));
  return { ...model, plans, planOf: model.planOf.flatMap(({ index }) => plans[index] ?? []) };
};

export const withoutFamily = (model: Model, family: number): Model =>
  withPlans(model, ({ counts }) => ({ counts: counts.with(family, 0) }));

export const withEqualWeights = (model: Model): Model =>
  withPlans(model, ({ weight }) => ({ weight: weight.map(() => 1) }));

export const withGeometricMeans = (model: Model): Model => ({
  ...model,
  aggregations: model.aggregations.map((aggregation) =>
    aggregation === 'arithmetic' ? 'geometric' : aggregation,
  ),
});

/** Totals and ranks by other weights or means; leaves, which score the same, are taken over. */
const outcome = (
  { scores }: Computation,
  model: Model,
  named: Pick<Scenario, 'scenario' | 'node'>,
): Scenario => {
  const variant = { model, scores, totals: [] };
  // Nodes that the variant leaves out keep the scores of the one before; nothing that counts reads them.
  scoreNodes(model, scores);
  totalUnits(variant, model.units.keys());
  const results = resultsOf(variant);
  const units = model.units.map(({ code }) => {
    const { score, rank } = results.row(code, ROOT);
    return { unit: code, total: score, rank };
  });
  return { ...named, units };
};

/**
 * The ranking under other methods that could have been chosen. A family is left out only where others remain, and
 * means are exchanged only where there are arithmetic ones.
 */
export const computeScenarios = (model: Model): Scenario[] => {
  const { tree, plans, aggregations } = model;
  const counted = (node: number): boolean => plans.some(({ counts }) => counts[node] === 1);
  const families = (tree.children[tree.root] ?? []).filter(counted);
  const computation = compute(model);
  const run = (variant: Model, named: Pick<Scenario, 'scenario' | 'node'>): Scenario =>
    outcome(computation, variant, named);
  const scenarios = [run(withEqualWeights(model), { scenario: 'equal-weights', node: null })];
  const means = tree.order.some((node) => !isLeaf(tree, node) && aggregations[node] === 'arithmetic');
  if (means) scenarios.push(run(withGeometricMeans(model), { scenario: 'geometric', node: null }));
  if (families.length > 1) {
    for (const family of families) {
      const node = codeOf(tree, family);
      scenarios.push(run(withoutFamily(model, family), { scenario: 'without-family', node }));
    }
  }
  return scenarios;
};
