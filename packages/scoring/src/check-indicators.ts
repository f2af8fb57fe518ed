import { aggregations } from './method.ts';
import { parseNormalisation } from './normalisation.ts';
import type { Normalisation } from './normalisation.ts';
import type { ProblemParams, Warning } from './problem.ts';
import type { InputProblemCode } from './input-sentences.ts';
import type { ProblemList } from './scoring-input-error.ts';
import type { Tree } from './tree.ts';
import { isLeaf, roleOf } from './tree.ts';

const roles = ['score', 'bonus', 'penalty', 'veto'];

/** So small that no sum of weights leaves the range of doubles. */
const MOST = 1e100;

const isAmount = (value: number): boolean => value >= 0 && value <= MOST;

/** Whether a leaf carries marks for any kind. */
export const carriesMarks = (tree: Tree, node: number): boolean => {
  const indicator = tree.indicators[node];
  if (indicator === undefined) return false;
  const byKind = Object.keys(indicator.marksByKind ?? {});
  return (indicator.marks ?? null) !== null || byKind.length > 0;
};

/**
 * Checks what each indicator says of itself and reads its normalisation.
 *
 * @returns the normalisation of every leaf in the tree of scores; null at inner nodes and at bonus, penalty and veto
 *   leaves, whose values are used as they are
 */
export const checkIndicators = (
  tree: Tree,
  scale: number,
  report: { readonly problems: ProblemList; readonly warnings: Warning[] },
): (Normalisation | null)[] => {
  const { problems, warnings } = report;
  let scoreLeaves = 0;
  const normalisations = tree.indicators.map((indicator, i): Normalisation | null => {
    const { code } = indicator;
    const add = (problem: InputProblemCode, field: string, params: ProblemParams): void =>
      problems.add(problem, { indicator: code, ...params }, { table: 'indicators', index: i, field });
    const warn = (warning: Warning['code'], params: ProblemParams): void => {
      warnings.push({ code: warning, params: { node: code, ...params }, unit: null, node: code });
    };
    const { weight, marks, direction, aggregation, role } = indicator;
    if (typeof weight === 'number' && !isAmount(weight)) add('weight-invalid', 'weight', { value: weight });
    if (typeof marks === 'number' && !isAmount(marks)) add('marks-invalid', 'marks', { value: marks });
    for (const [kind, value] of Object.entries(indicator.marksByKind ?? {})) {
      if (!isAmount(value)) add('marks-invalid', `marks_${kind}`, { value });
    }
    if (aggregation && !aggregations.includes(aggregation)) {
      add('aggregation-unknown', 'aggregation', { value: aggregation });
    }
    if (role && !roles.includes(role)) add('role-unknown', 'role', { value: role });
    if (!isLeaf(tree, i)) {
      if (roleOf(tree, i) !== 'score') add('role-on-inner-node', 'role', {});
      if (carriesMarks(tree, i)) warn('inner-marks', {});
      return null;
    }
    if (typeof direction === 'number' && Math.abs(direction) !== 1) {
      add('direction-invalid', 'direction', { value: direction });
    }
    const marked = carriesMarks(tree, i);
    const given = indicator.normalisation ?? '';
    if (roleOf(tree, i) !== 'score') {
      if (given !== '' && given !== 'none') warn('normalisation-ignored', { role: roleOf(tree, i) });
      return null;
    }
    scoreLeaves += 1;
    const normalisation = parseNormalisation(given === '' ? (marked ? 'share' : 'none') : given, scale);
    if (normalisation === null) add('normalisation-invalid', 'normalisation', { value: given });
    if (normalisation?.type === 'share' && !marked) add('share-without-marks', 'marks', {});
    return normalisation;
  });
  const whole = { table: 'indicators', index: null, field: null } as const;
  if (tree.root === 0) problems.add('no-indicators', {}, whole);
  else if (scoreLeaves === 0) problems.add('no-score-leaves', {}, whole);
  return normalisations;
};
