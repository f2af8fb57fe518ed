import { compute } from '../computation.ts';
import type { KindPlan } from '../kind-plan.ts';
import type { Model } from '../model.ts';
import { rankNode } from '../rank-node.ts';
import { scoreNodes } from '../score-nodes.ts';
import { leavesOutside, totalOf } from '../unit-total.ts';
import type { Draws } from './draws.ts';
import { drawFactors, ordinalsOf } from './factors.ts';
import type { Ordinals } from './factors.ts';
import type { RobustnessOptions } from './options.ts';
import { emptyRankMatrix, ranksPerPlace } from './rank-matrix.ts';

/** The model with every weight times its factor. What `sum` adds up has no weight. */
export const perturbed = (
  model: Model,
  factors: Float64Array,
  ordinals: Ordinals = ordinalsOf(model),
): Model => {
  const factor = (ordinal: number | undefined): number => factors[ordinal ?? -1] ?? 1;
  const weighed = (node: number): boolean =>
    model.aggregations[model.tree.parent[node] ?? -1] !== 'sum' && node !== model.tree.root;
  const plans = model.plans.map((plan): KindPlan => ({
    ...plan,
    weight: plan.weight.map((w, node) => (weighed(node) ? w * factor(ordinals.node[node]) : w)),
  }));
  return {
    ...model,
    plans,
    planOf: model.planOf.flatMap(({ index }) => plans[index] ?? []),
    treeWeight: model.treeWeight * factor(ordinals.tree),
    components: model.components.map((component, i) => ({
      ...component,
      weight: component.weight * factor(ordinals.component[i]),
    })),
  };
};

/**
 * Draws by the engine itself, one full aggregation each: the definition of what a draw is, and the way for every
 * method that the kernel does not know.
 */
export const openPlainDraws = (model: Model, options: RobustnessOptions): Draws => {
  const ordinals = ordinalsOf(model);
  const factors = new Float64Array(ordinals.count);
  const { scores } = compute(model);
  const outside = leavesOutside(model);
  const totals = (draw: number): Float64Array => {
    drawFactors(options, draw, factors);
    const drawn = perturbed(model, factors, ordinals);
    scoreNodes(drawn, scores);
    return Float64Array.from(
      model.units,
      (_, unit) => totalOf(drawn, scores, { unit, outside }).total ?? NaN,
    );
  };
  return {
    totals,
    run: (from, draws) => {
      const matrix = emptyRankMatrix(model, { from, draws });
      for (let i = 0; i < draws; i += 1) {
        const drawn = totals(from + i);
        const ranks = rankNode(model, { node: model.tree.root, shown: (unit) => drawn[unit] ?? NaN });
        for (const [unit, rank] of ranks.entries()) {
          matrix.ranks[unit * draws + i] = Number.isNaN(rank) ? 0 : rank * ranksPerPlace(model);
        }
      }
      return matrix;
    },
  };
};
