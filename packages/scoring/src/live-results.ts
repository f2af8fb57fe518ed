import { emptySums } from './aggregate.ts';
import { compute, totalUnits } from './computation.ts';
import type { Computation } from './computation.ts';
import type { EngineInput, Score } from './input.ts';
import type { KindPlan } from './kind-plan.ts';
import { buildModel, refuseUnscored } from './model.ts';
import type { Model } from './model.ts';
import { isAbsolute } from './normalisation.ts';
import { reasonCode } from './node-scores.ts';
import { resultsOf } from './results.ts';
import type { Results } from './results.ts';
import { copyOutsideLeaves, scoreAbsoluteLeaf, scoreRelativeLeaf } from './score-leaves.ts';
import { placeScore, settleEmpty, UNSCORED } from './score-matrix.ts';
import { scoreNode } from './score-nodes.ts';
import { ProblemList } from './scoring-input-error.ts';
import { codeOf } from './tree.ts';

/** What one changed score made necessary. Ranks are made anew when asked for. */
export interface Revision {
  /** Units that were computed again: the one, or all that its value is compared with and whose score it moves. */
  readonly units: readonly string[];
  /** The leaf and the nodes above it. */
  readonly nodes: readonly string[];
}

/** Results that follow changes of single scores. */
export interface LiveResults {
  /** The results now; an object that was taken before a change goes on with the figures it has given already. */
  readonly results: Results;
  /**
   * Changes one score and computes only what depends on it: the same as computing everything again.
   *
   * @throws ScoringInputError where the score cannot stand; nothing is changed then
   */
  revise(score: Score): Revision;
}

/** Checks a score and puts it in place of the one before. @throws ScoringInputError, with everything as it was */
const replaceScore = (model: Model, score: Score, cell: number): void => {
  const { matrix, method, tree, planOf, unitIndex } = model;
  const [state = UNSCORED, value = 0] = [matrix.state[cell], matrix.value[cell]];
  const problems = new ProblemList();
  matrix.state[cell] = UNSCORED;
  placeScore(matrix, { ...score, index: null }, { ...model, problems });
  settleEmpty(matrix, cell);
  const counts = planOf[unitIndex.get(score.unit) ?? -1]?.counts[tree.index.get(score.indicator) ?? -1];
  if (matrix.state[cell] === UNSCORED && counts === 1 && method.unscored === 'refuse') {
    const { unit, indicator } = score;
    problems.add('unscored', { unit, indicator }, { table: 'scores', index: null, field: 'value' });
  }
  try {
    problems.throwIfAny();
  } catch (error) {
    matrix.state[cell] = state;
    matrix.value[cell] = value;
    throw error;
  }
};

/** Scores the leaf again for whom the unit's value matters. @returns the units whose score of the leaf changed */
const rescoreLeaf = (
  { model, scores }: Computation,
  at: { readonly node: number; readonly unit: number; readonly plan: KindPlan },
): number[] => {
  const { node, unit, plan } = at;
  const normalisation = model.normalisations[node];
  if (normalisation === null || normalisation === undefined) {
    scores.score[node * model.units.length + unit] = NaN;
    copyOutsideLeaves(model, scores);
    return [unit];
  }
  const base = node * model.units.length;
  const before = scores.score.slice(base, base + model.units.length);
  const reasonAt = node * model.plans.length + plan.index;
  if (isAbsolute(normalisation)) {
    const leftOut = scores.leafReason[reasonAt] !== reasonCode.none;
    const score = (units: Int32Array): void =>
      scoreAbsoluteLeaf(model, scores, { node, plan, normalisation, units });
    score(leftOut ? plan.units : Int32Array.of(unit));
    // A value that overflows leaves the leaf out for the whole kind.
    if (scores.leafReason[reasonAt] !== reasonCode.none) score(plan.units);
  } else {
    const group = model.groups.find(({ plans }) => plans.includes(plan));
    if (group !== undefined) scoreRelativeLeaf(model, scores, { node, group, normalisation });
  }
  const changed: number[] = [];
  for (const [u, x] of before.entries()) if (!Object.is(x, scores.score[base + u])) changed.push(u);
  // Its coverage and status may change though the score does not.
  return changed.includes(unit) ? changed : [...changed, unit];
};

const path = ({ tree }: Model, leaf: number): number[] => {
  const nodes: number[] = [];
  for (let node = leaf; node >= 0; node = tree.parent[node] ?? -1) nodes.push(node);
  return nodes;
};

/** Opens a model, of which the scores are copied. @throws ScoringInputError where it cannot be computed */
const openModel = (given: Model): LiveResults => {
  refuseUnscored(given);
  const { state, value } = given.matrix;
  const model: Model = { ...given, matrix: { state: state.slice(), value: value.slice() } };
  const computation = compute(model);
  let results = resultsOf(computation);
  return {
    get results() {
      return results;
    },
    revise: (score) => {
      const unit = model.unitIndex.get(score.unit);
      const node = model.tree.index.get(score.indicator);
      const plan = unit === undefined ? undefined : model.planOf[unit];
      if (unit === undefined || node === undefined || plan === undefined) {
        const problems = new ProblemList();
        placeScore(model.matrix, { ...score, index: null }, { ...model, problems });
        problems.throwIfAny();
        return { units: [], nodes: [] };
      }
      replaceScore(model, score, node * model.units.length + unit);
      const changed = rescoreLeaf(computation, { node, unit, plan });
      const [leaf, ...above] = path(model, node);
      const sums = emptySums(changed.length);
      for (const each of above) {
        for (const kind of model.plans) {
          const units = Int32Array.from(changed.filter((u) => model.planOf[u] === kind));
          if (units.length === 0 || kind.counts[each] !== 1) continue;
          scoreNode(model, computation.scores, { node: each, plan: kind, units, sums });
        }
      }
      totalUnits(computation, changed);
      results = resultsOf(computation);
      return {
        units: changed.map((u) => model.units[u]?.code ?? ''),
        nodes: [leaf ?? node, ...above].map((each) => codeOf(model.tree, each)),
      };
    },
  };
};

/** Results that follow changes. @throws ScoringInputError where the input cannot be computed */
export const openResults = (input: EngineInput): LiveResults => openModel(buildModel(input));
