import type { KindPlan } from './kind-plan.ts';
import type { Model } from './model.ts';
import type { Warning } from './problem.ts';

/** What computing fills in, by node and unit (cell = node × units + unit). */
export interface NodeScores {
  /** NaN where there is none; never shown outside the engine. */
  readonly score: Float64Array;
  /** Share of the weight under the node that enters its score. */
  readonly coverage: Float64Array;
  /** 1 where a score could not be computed from values that are there; the nodes above have none either. */
  readonly undefinedAt: Uint8Array;
  readonly warnings: Warning[];
}

export const emptyNodeScores = (model: Model): NodeScores => {
  const size = (model.tree.root + 1) * model.units.length;
  return {
    score: new Float64Array(size).fill(NaN),
    coverage: new Float64Array(size),
    undefinedAt: new Uint8Array(size),
    warnings: [...model.warnings],
  };
};

/**
 * A child's weight for one unit. Under `total` a node counts with the marks that are left below it, so that the whole
 * is rescaled by 100 ÷ (100 − ΣN/A); under `siblings` it keeps its own as long as anything is left below it.
 */
export const weightInUse = (
  model: Model,
  plan: KindPlan,
  at: { readonly child: number; readonly coverage: number },
): number => (plan.weight[at.child] ?? 0) * (model.method.notApplicable === 'total' ? at.coverage : 1);
