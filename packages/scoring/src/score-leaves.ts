import type { KindPlan } from './kind-plan.ts';
import type { Model } from './model.ts';
import { reasonCode } from './node-scores.ts';
import type { NodeScores } from './node-scores.ts';
import { isAbsolute } from './normalisation.ts';
import type { AbsoluteNormalisation, RelativeNormalisation } from './normalisation.ts';
import { normaliseGroup, normaliseValue } from './normalise.ts';
import type { RankingGroup } from './ranking-groups.ts';
import { SCORED, UNSCORED } from './score-matrix.ts';
import { isLeaf, roleOf } from './tree.ts';

const howOf = ({ tree, method }: Model, node: number, plan?: KindPlan) => ({
  direction: tree.indicators[node]?.direction ?? 1,
  scale: method.scale,
  marks: plan?.marks[node] ?? NaN,
});

const setReason = (
  model: Model,
  into: NodeScores,
  at: { readonly node: number; readonly plan: KindPlan; readonly reason: keyof typeof reasonCode },
): void => {
  into.leafReason[at.node * model.plans.length + at.plan.index] = reasonCode[at.reason];
};

/** What a leaf without a value scores: an unscored one is 0 on the scale of scores under `zero`. */
const withoutValue = ({ method }: Model, state: number | undefined): number =>
  state === UNSCORED && method.unscored === 'zero' ? 0 : NaN;

/** Normalises some units of one kind, each by itself. */
export const scoreAbsoluteLeaf = (
  model: Model,
  into: NodeScores,
  at: {
    readonly node: number;
    readonly plan: KindPlan;
    readonly normalisation: AbsoluteNormalisation;
    readonly units: Int32Array;
  },
): void => {
  const { node, plan, units, normalisation } = at;
  if (plan.counts[node] !== 1) return;
  const { state, value } = model.matrix;
  const { score } = into;
  const base = node * model.units.length;
  const how = howOf(model, node, plan);
  // 0 as long as all scores are finite, then NaN.
  let dust = 0;
  for (let i = 0; i < units.length; i += 1) {
    const cell = base + (units[i] ?? 0);
    if (state[cell] === SCORED) {
      const x = normaliseValue(normalisation, value[cell] ?? NaN, how);
      score[cell] = x;
      dust += x - x;
    } else score[cell] = withoutValue(model, state[cell]);
  }
  // A value at the end of the range of doubles leaves the leaf out for the whole kind.
  setReason(model, into, { node, plan, reason: dust === 0 ? 'none' : 'overflow' });
  if (dust !== 0) for (const u of units) score[base + u] = NaN;
};

/**
 * Normalises a leaf by comparing the units of a group with each other. An unscored leaf takes no part in the range or
 * mean of the others. Where that is undefined (no range), the leaf is left out for the whole group.
 */
export const scoreRelativeLeaf = (
  model: Model,
  into: NodeScores,
  at: { readonly node: number; readonly group: RankingGroup; readonly normalisation: RelativeNormalisation },
): void => {
  const { node, group } = at;
  const { matrix, planOf } = model;
  const base = node * model.units.length;
  const counted = group.units.filter((u) => planOf[u]?.counts[node] === 1);
  const present = counted.filter((u) => matrix.state[base + u] === SCORED);
  for (const u of counted) into.score[base + u] = withoutValue(model, matrix.state[base + u]);
  const values = new Float64Array(present.length);
  for (const [i, u] of present.entries()) values[i] = matrix.value[base + u] ?? NaN;
  const scores = normaliseGroup(at.normalisation, values, howOf(model, node));
  const usable = scores?.every(Number.isFinite) ?? false;
  const failed = scores === null ? 'zero-range' : 'overflow';
  const reason = usable || present.length === 0 ? 'none' : failed;
  for (const plan of group.plans) setReason(model, into, { node, plan, reason });
  if (usable) for (const [i, u] of present.entries()) into.score[base + u] = scores?.[i] ?? NaN;
};

/** Normalises every leaf that counts. */
export const scoreLeaves = (model: Model, into: NodeScores): void => {
  for (const [node, normalisation] of model.normalisations.entries()) {
    if (normalisation === null) continue;
    if (!isAbsolute(normalisation)) {
      for (const group of model.groups) scoreRelativeLeaf(model, into, { node, group, normalisation });
      continue;
    }
    for (const plan of model.plans) {
      scoreAbsoluteLeaf(model, into, { node, plan, normalisation, units: plan.units });
    }
  }
};

/** Leaves outside the weights (bonus, penalty, veto) show their own value as their score. */
export const copyOutsideLeaves = (model: Model, into: NodeScores): void => {
  const { tree, matrix, units, planOf } = model;
  for (const node of tree.order) {
    if (node === tree.root || !isLeaf(tree, node) || roleOf(tree, node) === 'score') continue;
    for (let u = 0; u < units.length; u += 1) {
      const cell = node * units.length + u;
      if (matrix.state[cell] !== SCORED || planOf[u]?.applies[node] !== 1) continue;
      into.score[cell] = matrix.value[cell] ?? NaN;
    }
  }
};
