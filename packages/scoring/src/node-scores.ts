import type { KindPlan } from './kind-plan.ts';
import type { Model } from './model.ts';

/** Why a node has no score for a unit; stored as its place in this list. */
export const reasons = [
  'none',
  'nothing-present',
  'coverage-below-minimum',
  'zero-weights',
  'zero-range',
  // From here on the values are there but have no aggregate: the nodes above have no score either.
  'no-weights',
  'negative-value',
  'overflow',
  'undefined-below',
] as const;
export type Reason = (typeof reasons)[number];

export const reasonCode = Object.fromEntries(reasons.map((reason, code) => [reason, code])) as Readonly<
  Record<Reason, number>
>;

/** Whether a reason is passed on to the nodes above. */
export const isUndefined = (code: number): boolean => code >= reasonCode['no-weights'];

/** What computing fills in, by node and unit (cell = node × units + unit). */
export interface NodeScores {
  /** NaN where there is none; never shown outside the engine. */
  readonly score: Float64Array;
  /** Of inner nodes: share of the weight under the node that enters its score; cell = inner × units + unit. */
  readonly coverage: Float64Array;
  /** Codes of `reasons`; of inner nodes by inner × units + unit. */
  readonly reason: Uint8Array;
  /** Codes of `reasons` of leaves whose normalisation is undefined, by node × kinds + kind. */
  readonly leafReason: Uint8Array;
}

export const emptyNodeScores = (model: Model): NodeScores => {
  const { tree, units, plans } = model;
  const inner = tree.innerCount * units.length;
  return {
    score: new Float64Array((tree.root + 1) * units.length).fill(NaN),
    coverage: new Float64Array(inner),
    reason: new Uint8Array(inner),
    leafReason: new Uint8Array((tree.root + 1) * plans.length),
  };
};

/** Share of the weight under a node that enters its score; a leaf has all of it or nothing. */
export const coverageAt = (
  model: Model,
  scores: NodeScores,
  at: { readonly node: number; readonly unit: number },
): number => {
  const { tree, units } = model;
  const inner = tree.inner[at.node] ?? -1;
  if (inner >= 0) return scores.coverage[inner * units.length + at.unit] ?? 0;
  return Number.isNaN(scores.score[at.node * units.length + at.unit]) ? 0 : 1;
};

/** Why a node has no score for a unit, or `none`; what was entered (N/A, unscored) is the matrix's to say. */
export const reasonAt = (
  model: Model,
  scores: NodeScores,
  at: { readonly node: number; readonly unit: number },
): Reason => {
  const { tree, units, plans, planOf } = model;
  const inner = tree.inner[at.node] ?? -1;
  const plan = planOf[at.unit];
  const code =
    inner >= 0
      ? scores.reason[inner * units.length + at.unit]
      : scores.leafReason[at.node * plans.length + (plan?.index ?? 0)];
  return reasons[code ?? 0] ?? 'none';
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
