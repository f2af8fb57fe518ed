import type { Model } from './model.ts';
import { reasonCode } from './node-scores.ts';
import type { NodeScores } from './node-scores.ts';
import type { Normalisation } from './normalisation.ts';
import { normalise } from './normalise.ts';
import type { RankingGroup } from './ranking-groups.ts';
import { SCORED, UNSCORED } from './score-matrix.ts';
import { isLeaf, roleOf } from './tree.ts';

/** Whether a unit's score depends on the values of the units that it is compared with. */
export const isRelative = ({ type }: Normalisation): boolean =>
  type !== 'none' && type !== 'share' && type !== 'goalposts';

/**
 * Normalises one leaf for some units of a ranking group: all of them where the normalisation is relative. An unscored
 * leaf is 0 on the scale of scores under `zero`, whatever the normalisation, and takes no part in the range or mean
 * of the others. Where a normalisation is undefined for a group (no range), the leaf is left out for the whole group.
 */
export const scoreLeaf = (
  model: Model,
  into: NodeScores,
  at: { readonly node: number; readonly group: RankingGroup; readonly units: Int32Array },
): void => {
  const { tree, matrix, normalisations, planOf, method } = model;
  const { node, group } = at;
  const normalisation = normalisations[node];
  if (normalisation === null || normalisation === undefined) return;
  const base = node * model.units.length;
  const present: number[] = [];
  for (const u of at.units) {
    if (planOf[u]?.counts[node] !== 1) continue;
    const state = matrix.state[base + u];
    into.score[base + u] = state === UNSCORED && method.unscored === 'zero' ? 0 : NaN;
    if (state === SCORED) present.push(u);
  }
  const scores = normalise(
    Float64Array.from(present, (u) => matrix.value[base + u] ?? NaN),
    normalisation,
    {
      direction: tree.indicators[node]?.direction ?? 1,
      scale: method.scale,
      marks: Float64Array.from(present, (u) => planOf[u]?.marks[node] ?? NaN),
    },
  );
  const usable = scores?.every(Number.isFinite) ?? false;
  const reason = scores === null ? 'zero-range' : usable ? 'none' : 'overflow';
  const code = present.length === 0 ? reasonCode.none : reasonCode[reason];
  for (const { index } of group.plans) into.leafReason[node * model.plans.length + index] = code;
  if (usable) for (const [i, u] of present.entries()) into.score[base + u] = scores?.[i] ?? NaN;
};

/** Normalises every leaf that counts. */
export const scoreLeaves = (model: Model, into: NodeScores): void => {
  for (const [node, normalisation] of model.normalisations.entries()) {
    if (normalisation === null) continue;
    for (const group of model.groups) scoreLeaf(model, into, { node, group, units: group.units });
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
