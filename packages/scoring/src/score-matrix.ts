import type { Score, Unit } from './input.ts';
import type { KindPlan } from './kind-plan.ts';
import type { Normalisation } from './normalisation.ts';
import type { InputProblemCode } from './input-sentences.ts';
import type { ProblemParams } from './problem.ts';
import type { ProblemList } from './scoring-input-error.ts';
import { isLeaf, roleOf } from './tree.ts';
import type { Tree } from './tree.ts';

export const UNSCORED = 0;
export const SCORED = 1;
export const NOT_APPLICABLE = 2;
/** While filling: named in the table, without a value. */
const EMPTY = 3;

/** Raw values by node and unit; cell = node × units + unit. */
export interface ScoreMatrix {
  readonly state: Uint8Array;
  readonly value: Float64Array;
}

/** Marks have four decimals at most; dust of a sum of deductions must not make full marks an error. */
const TOLERANCE = 1e-9;

export interface MatrixContext {
  readonly tree: Tree;
  readonly units: readonly Unit[];
  readonly unitIndex: ReadonlyMap<string, number>;
  readonly planOf: readonly KindPlan[];
  readonly normalisations: readonly (Normalisation | null)[];
  readonly problems: ProblemList;
}

/**
 * Puts the scores where they belong, whatever their order, and adds a problem for each that cannot stand: unknown
 * unit or indicator, inner node, duplicate pair, a number where the indicator does not apply to the kind, below 0 or
 * above full marks under `share`, bonus and penalty, anything but 0 and 1 for a veto.
 */
export const fillScoreMatrix = (scores: Iterable<Score>, context: MatrixContext): ScoreMatrix => {
  const { tree, units, unitIndex, planOf, normalisations, problems } = context;
  const width = units.length;
  const state = new Uint8Array((tree.root + 1) * width);
  const value = new Float64Array((tree.root + 1) * width);
  let index = -1;
  for (const score of scores) {
    index += 1;
    const add = (code: InputProblemCode, field: string, params: ProblemParams = {}): void =>
      problems.add(
        code,
        { unit: score.unit, indicator: score.indicator, ...params },
        { table: 'scores', index, field },
      );
    const unit = unitIndex.get(score.unit);
    const node = tree.index.get(score.indicator);
    if (unit === undefined) add('score-unit-unknown', 'unit');
    if (node === undefined) add('score-indicator-unknown', 'indicator');
    const plan = unit === undefined ? undefined : planOf[unit];
    if (unit === undefined || node === undefined || plan === undefined) continue;
    if (!isLeaf(tree, node)) {
      add('score-at-inner-node', 'indicator');
      continue;
    }
    const cell = node * width + unit;
    if (state[cell] !== UNSCORED) {
      add('score-duplicate', 'indicator');
      continue;
    }
    state[cell] = EMPTY;
    if (score.value === null) continue;
    if (score.value === 'NA') {
      state[cell] = NOT_APPLICABLE;
      continue;
    }
    const x = score.value;
    if (typeof x !== 'number' || !Number.isFinite(x)) {
      add('value-not-finite', 'value');
      continue;
    }
    const marks = plan.marks[node] ?? NaN;
    if (plan.applies[node] === 0) {
      if (x !== 0 || marks !== 0) add('score-not-applicable-kind', 'value', { kind: plan.kind });
      continue;
    }
    const role = roleOf(tree, node);
    const bounded = role === 'score' ? normalisations[node]?.type === 'share' : role !== 'veto';
    if (bounded && x < 0) add('value-below-zero', 'value', { value: x });
    if (bounded && x > marks + TOLERANCE) add('value-above-marks', 'value', { value: x, marks });
    if (role === 'veto' && x !== 0 && x !== 1) add('veto-value', 'value', { value: x });
    state[cell] = SCORED;
    value[cell] = x;
  }
  for (let cell = 0; cell < state.length; cell += 1) if (state[cell] === EMPTY) state[cell] = UNSCORED;
  return { state, value };
};
