import type { Model } from './model.ts';
import type { NodeScores } from './node-scores.ts';
import { settle } from './round.ts';
import { UNSCORED } from './score-matrix.ts';
import { isLeaf } from './tree.ts';

/** Marks below a node for one unit; null where its leaves do not all turn marks into shares. */
export interface Rescaling {
  /** Marks earned. */
  readonly rawMarks: number | null;
  /** Full marks of what is applicable and scored. */
  readonly applicableMarks: number | null;
  /** Full marks of everything below it for the unit's kind, N/A included. */
  readonly fullMarks: number | null;
  /** Full ÷ applicable marks, for example 100 ÷ (100 − ΣN/A) at the root. */
  readonly rescalingFactor: number | null;
  /** The score before rescaling: scale × earned ÷ full marks. */
  readonly rawScore: number | null;
}

const none: Rescaling = {
  rawMarks: null,
  applicableMarks: null,
  fullMarks: null,
  rescalingFactor: null,
  rawScore: null,
};

const leavesBelow = (model: Model, node: number): number[] => {
  const leaves: number[] = [];
  const stack = [node];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (isLeaf(model.tree, next)) leaves.push(next);
    else for (const child of model.tree.children[next] ?? []) stack.push(child);
  }
  return leaves.toReversed();
};

/** Adds up marks below a node: earned (marks − value where less is better), applicable and full. */
export const rescaling = (
  model: Model,
  scores: NodeScores,
  at: { readonly node: number; readonly unit: number },
): Rescaling => {
  const { tree, planOf, matrix, normalisations, units, method } = model;
  const plan = planOf[at.unit];
  if (plan === undefined || plan.counts[at.node] !== 1) return none;
  let rawMarks = 0;
  let applicableMarks = 0;
  let fullMarks = 0;
  for (const leaf of leavesBelow(model, at.node)) {
    if (plan.counts[leaf] !== 1) continue;
    if (normalisations[leaf]?.type !== 'share') return none;
    const cell = leaf * units.length + at.unit;
    const marks = plan.marks[leaf] ?? 0;
    fullMarks += marks;
    if (Number.isNaN(scores.score[cell])) continue;
    applicableMarks += marks;
    if (matrix.state[cell] === UNSCORED) continue;
    const value = matrix.value[cell] ?? 0;
    rawMarks += tree.indicators[leaf]?.direction === -1 ? marks - value : value;
  }
  return {
    rawMarks: settle(rawMarks),
    applicableMarks: settle(applicableMarks),
    fullMarks: settle(fullMarks),
    rescalingFactor: applicableMarks > 0 ? fullMarks / applicableMarks : null,
    rawScore: fullMarks > 0 ? settle((method.scale * rawMarks) / fullMarks) : null,
  };
};
