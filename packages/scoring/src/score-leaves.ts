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

/** Which units of a kind are looked at, at which leaf. */
interface LeafCells {
  readonly node: number;
  readonly plan: KindPlan;
  readonly units: Int32Array;
}

/** Normalises what was copied as it is, NaN staying NaN. @returns whether every value has a finite score */
const normaliseCells = (
  model: Model,
  score: Float64Array,
  { node, plan, units, normalisation }: LeafCells & { readonly normalisation: AbsoluteNormalisation },
): boolean => {
  const how = howOf(model, node, plan);
  // The value itself, and values are finite.
  if (normalisation.type === 'none' && how.direction === 1) return true;
  const base = node * model.units.length;
  let isFinite = true;
  for (let i = 0; i < units.length; i += 1) {
    const cell = base + (units[i] ?? 0);
    const x = score[cell] ?? NaN;
    const y = normaliseValue(normalisation, x, how);
    score[cell] = y;
    if (!(Math.abs(y) < Infinity) && !Number.isNaN(x)) isFinite = false;
  }
  return isFinite;
};

/** Normalises some units of one kind, each by itself. */
export const scoreAbsoluteLeaf = (
  model: Model,
  into: NodeScores,
  at: LeafCells & { readonly normalisation: AbsoluteNormalisation },
): void => {
  const { node, plan, units } = at;
  if (plan.counts[node] !== 1) return;
  const { state, value } = model.matrix;
  const { score } = into;
  const base = node * model.units.length;
  for (let i = 0; i < units.length; i += 1) {
    const cell = base + (units[i] ?? 0);
    score[cell] = state[cell] === SCORED ? (value[cell] ?? NaN) : NaN;
  }
  // A value at the end of the range of doubles leaves the leaf out for the whole kind.
  const usable = normaliseCells(model, score, at);
  setReason(model, into, { node, plan, reason: usable ? 'none' : 'overflow' });
  if (usable && model.method.unscored !== 'zero') return;
  for (const u of units) {
    if (state[base + u] !== SCORED) score[base + u] = withoutValue(model, state[base + u]);
    if (!usable) score[base + u] = NaN;
  }
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
