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
 * Puts one score where it belongs, or adds a problem for what cannot stand: unknown unit or indicator, inner node,
 * duplicate pair, a number where the indicator does not apply to the kind, below 0 or above full marks under `share`,
 * bonus and penalty, anything but 0 and 1 for a veto.
 */
export const placeScore = (
  matrix: ScoreMatrix,
  score: Score & { readonly index: number | null },
  context: MatrixContext,
): void => {
  const { tree, units, unitIndex, planOf, normalisations, problems } = context;
  const { index } = score;
  const width = units.length;
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
  if (unit === undefined || node === undefined || plan === undefined) return;
  if (!isLeaf(tree, node)) {
    add('score-at-inner-node', 'indicator');
    return;
  }
  const cell = node * width + unit;
  if (matrix.state[cell] !== UNSCORED) {
    add('score-duplicate', 'indicator');
    return;
  }
  matrix.state[cell] = EMPTY;
  if (score.value === null) return;
  if (score.value === 'NA') {
    matrix.state[cell] = NOT_APPLICABLE;
    return;
  }
  const x = score.value;
  if (typeof x !== 'number' || !Number.isFinite(x)) {
    add('value-not-finite', 'value');
    return;
  }
  const marks = plan.marks[node] ?? NaN;
  if (plan.applies[node] === 0) {
    if (x !== 0 || marks !== 0) add('score-not-applicable-kind', 'value', { kind: plan.kind });
    return;
  }
  const role = roleOf(tree, node);
  const bounded = role === 'score' ? normalisations[node]?.type === 'share' : role !== 'veto';
  if (bounded && x < 0) add('value-below-zero', 'value', { value: x });
  if (bounded && x > marks + TOLERANCE) add('value-above-marks', 'value', { value: x, marks });
  if (role === 'veto' && x !== 0 && x !== 1) add('veto-value', 'value', { value: x });
  matrix.state[cell] = SCORED;
  matrix.value[cell] = x;
};

/** Turns what is named without a value into what is unscored, once everything is in place. */
export const settleEmpty = ({ state }: ScoreMatrix, cell: number): void => {
  if (state[cell] === EMPTY) state[cell] = UNSCORED;
};

/** Puts the scores where they belong, whatever their order. */
export const fillScoreMatrix = (scores: Iterable<Score>, context: MatrixContext): ScoreMatrix => {
  const size = (context.tree.root + 1) * context.units.length;
  const matrix = { state: new Uint8Array(size), value: new Float64Array(size) };
  let index = 0;
  for (const { unit, indicator, value } of scores) {
    placeScore(matrix, { unit, indicator, value, index }, context);
    index += 1;
  }
  for (let cell = 0; cell < size; cell += 1) settleEmpty(matrix, cell);
  return matrix;
};
