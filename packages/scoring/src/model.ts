import { checkIndicators } from './check-indicators.ts';
import { readComponents, treeWeight } from './components.ts';
import type { ComponentColumn } from './components.ts';
import type { EngineInput, Unit } from './input.ts';
import { aggregationOf, planKinds } from './kind-plan.ts';
import type { KindPlan } from './kind-plan.ts';
import type { Aggregation, Method } from './method.ts';
import { rankingGroups } from './ranking-groups.ts';
import type { RankingGroup } from './ranking-groups.ts';
import type { Normalisation } from './normalisation.ts';
import type { Warning } from './problem.ts';
import { resolveMethod } from './resolve-method.ts';
import { fillScoreMatrix, UNSCORED } from './score-matrix.ts';
import type { ScoreMatrix } from './score-matrix.ts';
import { ProblemList } from './scoring-input-error.ts';
import { buildTree, codeOf, isLeaf } from './tree.ts';
import type { Tree } from './tree.ts';

/** A checked input in the form that computing needs: numbered units and nodes. */
export interface Model {
  readonly method: Method;
  readonly units: readonly Unit[];
  readonly unitIndex: ReadonlyMap<string, number>;
  readonly tree: Tree;
  readonly plans: readonly KindPlan[];
  /** Plan of each unit. */
  readonly planOf: readonly KindPlan[];
  readonly groups: readonly RankingGroup[];
  /** Of every node; leaves have no use for it. */
  readonly aggregations: readonly Aggregation[];
  readonly normalisations: readonly (Normalisation | null)[];
  readonly matrix: ScoreMatrix;
  readonly components: readonly ComponentColumn[];
  /** What the components leave to the tree, 0 to 1. */
  readonly treeWeight: number;
  readonly warnings: readonly Warning[];
}

const indexUnits = (units: readonly Unit[], problems: ProblemList): Map<string, number> => {
  const index = new Map<string, number>();
  for (const [i, { code, kind }] of units.entries()) {
    const at = (field: string) => ({ table: 'units', index: i, field }) as const;
    if (code === '') problems.add('code-empty', {}, at('code'));
    if (index.has(code)) problems.add('unit-duplicate', { unit: code }, at('code'));
    if (kind === '') problems.add('kind-empty', { unit: code }, at('kind'));
    index.set(code, i);
  }
  if (units.length === 0) problems.add('no-units', {}, { table: 'units', index: null, field: null });
  return index;
};

/**
 * Checks everything but unscored leaves, so that an assessment under way can be looked at too.
 *
 * @throws ScoringInputError with every problem found: method first, then the tree, then marks, scores and components
 */
export const buildModel = (input: EngineInput): Model => {
  const method = resolveMethod(input.method);
  const problems = new ProblemList();
  const warnings: Warning[] = [];
  const { units } = input;
  const unitIndex = indexUnits(units, problems);
  const tree = buildTree(input.indicators, problems);
  const normalisations = checkIndicators(tree, method.scale, { problems, warnings });
  problems.throwIfAny();
  const plans = planKinds(tree, units, { method, problems, warnings });
  const planByKind = new Map(plans.map((plan) => [plan.kind, plan]));
  const planOf = units.flatMap(({ kind }) => planByKind.get(kind) ?? []);
  const matrix = fillScoreMatrix(input.scores, {
    tree,
    units,
    unitIndex,
    planOf,
    normalisations,
    problems,
  });
  const components = readComponents(input.components ?? [], method.components, { unitIndex, problems });
  problems.throwIfAny();
  const groups = rankingGroups(units, plans, method);
  const aggregations = tree.children.map((_, node) => aggregationOf(tree, node, method));
  return {
    method,
    units,
    unitIndex,
    tree,
    plans,
    planOf,
    groups,
    aggregations,
    normalisations,
    matrix,
    components,
    treeWeight: treeWeight(components),
    warnings,
  };
};

export interface Pair {
  readonly unit: string;
  readonly indicator: string;
}

/** The score leaves that apply to a unit and have neither a value nor N/A, unit by unit. */
export const unscoredPairs = (model: Model): Pair[] => {
  const { units, tree, planOf, matrix } = model;
  const leaves = tree.order
    .filter((node) => node !== tree.root && isLeaf(tree, node))
    .toSorted((a, b) => a - b);
  const pairs: Pair[] = [];
  // The usual case, looked at in the order of memory: nothing is unscored.
  const width = units.length;
  const column = (leaf: number): Uint8Array => matrix.state.subarray(leaf * width, (leaf + 1) * width);
  if (!leaves.some((leaf) => column(leaf).includes(UNSCORED))) return pairs;
  for (let u = 0; u < units.length; u += 1) {
    const counts = planOf[u]?.counts;
    for (const leaf of leaves) {
      if (matrix.state[leaf * units.length + u] !== UNSCORED || counts?.[leaf] !== 1) continue;
      pairs.push({ unit: units[u]?.code ?? '', indicator: codeOf(tree, leaf) });
    }
  }
  return pairs;
};

/**
 * The same list for an input, before anything is computed.
 *
 * @throws ScoringInputError as {@link buildModel}
 */
export const listUnscored = (input: EngineInput): Pair[] => unscoredPairs(buildModel(input));

/** @throws ScoringInputError where the method refuses unscored leaves and there are some: their count, then each */
export const refuseUnscored = (model: Model): void => {
  if (model.method.unscored !== 'refuse') return;
  const pairs = unscoredPairs(model);
  if (pairs.length === 0) return;
  const problems = new ProblemList();
  const at = { table: 'scores', index: null, field: 'value' } as const;
  problems.add('unscored-count', { count: pairs.length }, at);
  for (const pair of pairs) problems.add('unscored', { ...pair }, at);
  problems.throwIfAny();
};
