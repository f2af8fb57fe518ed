import type { Role } from './input.ts';
import { aggregationOf } from './kind-plan.ts';
import { ROOT } from './input.ts';
import type { Aggregation } from './method.ts';
import type { Model } from './model.ts';
import { weightInUse } from './node-scores.ts';
import type { NodeScores } from './node-scores.ts';
import { rescaling } from './rescaling.ts';
import type { Rescaling } from './rescaling.ts';
import { settle } from './round.ts';
import { NOT_APPLICABLE, SCORED } from './score-matrix.ts';
import { codeOf, isLeaf, roleOf } from './tree.ts';
import type { UnitTotal } from './unit-total.ts';

export type NodeStatus =
  /** Has a score. */
  | 'scored'
  /** Marked N/A. */
  | 'notApplicable'
  | 'unscored'
  /** Does not count for the kind of unit. */
  | 'outsideKind'
  /** Nothing below it has a score, its coverage is too small, or its normalisation is undefined. */
  | 'missing'
  /** Its values are there but have no aggregate; see the warnings. */
  | 'undefined';

/** The numbers of one node for one unit. */
export interface NodeDetail extends Rescaling {
  readonly node: string;
  readonly name: string;
  readonly role: Role;
  readonly leaf: boolean;
  readonly status: NodeStatus;
  /** Normalised score; of the root the score of the tree, before components, bonus and caps. */
  readonly score: number | null;
  readonly coverage: number;
  /** What was entered, for a leaf that is scored. */
  readonly value: number | null;
  readonly normalisation: string | null;
  readonly direction: 1 | -1;
  readonly aggregation: Aggregation | null;
  /** Among its siblings, as declared (marks, or the weight column); null where it is outside the tree of scores. */
  readonly weight: number | null;
  /** Share of the parent after redistribution: those of siblings add up to 1, or are 1 each under `sum`. */
  readonly weightInUse: number;
  /** weightInUse × score: those of siblings add up to the parent's score. Null under geometric and harmonic means. */
  readonly contribution: number | null;
}

/** A node's numbers with those that made them. */
export interface Lineage extends NodeDetail {
  readonly unit: string;
  readonly children: readonly NodeDetail[];
  /** For the root: what happened after the tree. */
  readonly total: UnitTotal | null;
}

interface Computed {
  readonly model: Model;
  readonly scores: NodeScores;
}

const scoreAt = ({ model, scores }: Computed, node: number, u: number): number =>
  scores.score[node * model.units.length + u] ?? NaN;

const useOf = (computed: Computed, node: number, u: number): number => {
  const { model, scores } = computed;
  const plan = model.planOf[u];
  if (plan === undefined || plan.counts[node] !== 1 || Number.isNaN(scoreAt(computed, node, u))) return 0;
  const coverage = scores.coverage[node * model.units.length + u] ?? 0;
  return weightInUse(model, plan, { child: node, coverage });
};

const statusOf = ({ model, scores }: Computed, node: number, u: number): NodeStatus => {
  const cell = node * model.units.length + u;
  if (!Number.isNaN(scores.score[cell])) return 'scored';
  if (model.planOf[u]?.applies[node] !== 1) return 'outsideKind';
  if (scores.undefinedAt[cell] === 1) return 'undefined';
  if (!isLeaf(model.tree, node)) return model.planOf[u].counts[node] === 1 ? 'missing' : 'outsideKind';
  if (model.matrix.state[cell] === NOT_APPLICABLE) return 'notApplicable';
  return model.matrix.state[cell] === SCORED ? 'missing' : 'unscored';
};

/** Share of the parent, and with it the contribution to the parent's score. */
const shareOf = (computed: Computed, node: number, u: number): { share: number; adds: boolean } => {
  const { tree, method } = computed.model;
  const parent = tree.parent[node] ?? -1;
  if (parent < 0) return { share: 1, adds: false };
  const aggregation = aggregationOf(tree, parent, method);
  const adds = aggregation === 'arithmetic' || aggregation === 'sum';
  const use = useOf(computed, node, u);
  if (aggregation === 'sum') {
    const counts = computed.model.planOf[u]?.counts[node] === 1;
    return { share: counts && !Number.isNaN(scoreAt(computed, node, u)) ? 1 : 0, adds };
  }
  const all = (tree.children[parent] ?? []).reduce((sum, sibling) => sum + useOf(computed, sibling, u), 0);
  return { share: all === 0 ? 0 : use / all, adds };
};

const detailOf = (computed: Computed, node: number, u: number): NodeDetail => {
  const { model, scores } = computed;
  const { tree, matrix, method, normalisations, planOf } = model;
  const cell = node * model.units.length + u;
  const leaf = isLeaf(tree, node);
  const raw = scoreAt(computed, node, u);
  const score = Number.isNaN(raw) ? null : settle(raw);
  const { share, adds } = shareOf(computed, node, u);
  return {
    node: codeOf(tree, node),
    name: tree.indicators[node]?.name ?? ROOT,
    role: roleOf(tree, node),
    leaf,
    status: statusOf(computed, node, u),
    score,
    coverage: settle(scores.coverage[cell] ?? 0),
    value: leaf && matrix.state[cell] === SCORED ? (matrix.value[cell] ?? null) : null,
    normalisation: leaf ? (normalisations[node]?.type ?? null) : null,
    direction: tree.indicators[node]?.direction ?? 1,
    aggregation: leaf ? null : aggregationOf(tree, node, method),
    weight: planOf[u]?.counts[node] === 1 ? (planOf[u].weight[node] ?? null) : null,
    weightInUse: share,
    contribution: adds && score !== null ? share * raw : null,
    ...rescaling(model, scores, { node, unit: u }),
  };
};

/** The numbers that made a node's score for a unit, children in the order of the indicator system. */
export const lineageOf = (
  computed: Computed,
  at: { readonly node: number; readonly unit: number; readonly total: UnitTotal | null },
): Lineage => {
  const { tree, units } = computed.model;
  const children = (tree.children[at.node] ?? []).toSorted((a, b) => a - b);
  return {
    ...detailOf(computed, at.node, at.unit),
    unit: units[at.unit]?.code ?? '',
    children: children.map((child) => detailOf(computed, child, at.unit)),
    total: at.node === tree.root ? at.total : null,
  };
};
