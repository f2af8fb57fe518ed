import { TREE } from './components.ts';
import type { Model } from './model.ts';
import type { NodeScores } from './node-scores.ts';
import { settle } from './round.ts';

/** One part of the mix: the tree of indicators (code `tree`) or a component. */
export interface TotalPart {
  readonly code: string;
  readonly value: number | null;
  /** As declared. */
  readonly weight: number;
  /** After redistribution; 0 where the part has no value. */
  readonly weightInUse: number;
}

/**
 * Mixes the tree's score with the components. A missing component has its weight shared out among the rest. Without a
 * tree score there is nothing to mix, unless the components have the whole weight.
 */
export const mixParts = (
  model: Model,
  scores: NodeScores,
  u: number,
): { readonly parts: readonly TotalPart[]; readonly mixed: number | null } => {
  const { tree, units, components } = model;
  const treeScore = scores.score[tree.root * units.length + u] ?? NaN;
  const declared = [
    { code: TREE, weight: model.treeWeight, x: treeScore },
    ...components.map(({ code, weight, values }) => ({ code, weight, x: values[u] ?? NaN })),
  ];
  const inUse = declared.reduce((s, { weight, x }) => s + (Number.isNaN(x) ? 0 : weight), 0);
  const parts = declared.map(({ code, weight, x }) => ({
    code,
    value: Number.isNaN(x) ? null : settle(x),
    weight,
    weightInUse: Number.isNaN(x) || inUse === 0 ? 0 : weight / inUse,
  }));
  const mixes = inUse > 0 && (declared[0]?.weight === 0 || !Number.isNaN(treeScore));
  const mixed = mixes
    ? settle(declared.reduce((s, { weight, x }) => s + (Number.isNaN(x) ? 0 : weight * x), 0) / inUse)
    : null;
  return { parts, mixed };
};
