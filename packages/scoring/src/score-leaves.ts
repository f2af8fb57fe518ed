import type { KindPlan } from './kind-plan.ts';
import type { Model } from './model.ts';
import type { NodeScores } from './node-scores.ts';
import { normalise } from './normalise.ts';
import { SCORED, UNSCORED } from './score-matrix.ts';
import { codeOf, isLeaf, roleOf } from './tree.ts';

/** Units compared with each other by the data-relative normalisations: those that are ranked together. */
const comparisonGroups = (model: Model): { name: string; plans: readonly KindPlan[] }[] =>
  model.method.ranking.within === 'all'
    ? [{ name: 'all', plans: model.plans }]
    : model.plans.map((plan) => ({ name: plan.kind, plans: [plan] }));

/**
 * Normalises every leaf that counts. An unscored leaf is 0 on the scale of scores under `zero`, whatever the
 * normalisation, and takes no part in the range or mean of the others. Where a normalisation is undefined for a group
 * (no range), the leaf is left out for the whole group, with a warning.
 */
export const scoreLeaves = (model: Model, into: NodeScores): void => {
  const { tree, matrix, normalisations, units, method } = model;
  const width = units.length;
  for (const node of tree.order) {
    const normalisation = normalisations[node];
    if (normalisation === null || normalisation === undefined || !isLeaf(tree, node)) continue;
    const direction = tree.indicators[node]?.direction ?? 1;
    for (const group of comparisonGroups(model)) {
      const plans = group.plans.filter((plan) => plan.counts[node] === 1);
      const present: number[] = [];
      const marks: number[] = [];
      for (const plan of plans) {
        for (const u of plan.units) {
          const cell = node * width + u;
          if (matrix.state[cell] === SCORED) {
            present.push(u);
            marks.push(plan.marks[node] ?? NaN);
          } else if (matrix.state[cell] === UNSCORED && method.unscored === 'zero') {
            into.score[cell] = 0;
            into.coverage[cell] = 1;
          }
        }
      }
      if (present.length === 0) continue;
      const values = Float64Array.from(present, (u) => matrix.value[node * width + u] ?? NaN);
      const scores = normalise(values, normalisation, {
        direction,
        scale: method.scale,
        marks: Float64Array.from(marks),
      });
      if (scores === null || !scores.every(Number.isFinite)) {
        const code = codeOf(tree, node);
        const params = {
          node: code,
          unit: group.name,
          group: group.name,
          normalisation: normalisation.type,
        };
        const reason = scores === null ? 'zero-range' : 'overflow';
        into.warnings.push({ code: reason, params, unit: null, node: code });
        continue;
      }
      for (const [i, u] of present.entries()) {
        const cell = node * width + u;
        into.score[cell] = scores[i] ?? NaN;
        into.coverage[cell] = 1;
      }
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
      into.coverage[cell] = 1;
    }
  }
};
