import type { Computation } from './computation.ts';
import { ROOT } from './input.ts';
import type { Role } from './input.ts';
import type { Aggregation } from './method.ts';
import { coverageAt, isUndefined, reasonAt, reasonCode, weightInUse } from './node-scores.ts';
import type { Reason } from './node-scores.ts';
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
  /** Why there is no score where what was entered does not say it (`none` otherwise). */
  readonly reason: Reason;
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

const scoreAt = ({ model, scores }: Computation, node: number, u: number): number =>
  scores.score[node * model.units.length + u] ?? NaN;

const useOf = (computation: Computation, node: number, u: number): number => {
  const { model, scores } = computation;
  const plan = model.planOf[u];
  if (plan === undefined || plan.counts[node] !== 1 || Number.isNaN(scoreAt(computation, node, u))) return 0;
  const coverage = coverageAt(model, scores, { node, unit: u });
  return weightInUse(model, plan, { child: node, coverage });
};

const statusOf = ({ model, scores }: Computation, node: number, u: number): NodeStatus => {
  const cell = node * model.units.length + u;
  if (!Number.isNaN(scores.score[cell])) return 'scored';
  if (model.planOf[u]?.applies[node] !== 1) return 'outsideKind';
  if (isUndefined(reasonCode[reasonAt(model, scores, { node, unit: u })])) return 'undefined';
  if (!isLeaf(model.tree, node)) return model.planOf[u].counts[node] === 1 ? 'missing' : 'outsideKind';
  if (model.matrix.state[cell] === NOT_APPLICABLE) return 'notApplicable';
  return model.matrix.state[cell] === SCORED ? 'missing' : 'unscored';
};

/** Share of the parent, and with it the contribution to the parent's score. */
const shareOf = (computation: Computation, node: number, u: number): { share: number; adds: boolean } => {
  const { tree, aggregations } = computation.model;
  const parent = tree.parent[node] ?? -1;
  if (parent < 0) return { share: 1, adds: false };
  const aggregation = aggregations[parent] ?? 'arithmetic';
  const adds = aggregation === 'arithmetic' || aggregation === 'sum';
  const use = useOf(computation, node, u);
  if (aggregation === 'sum') {
    const counts = computation.model.planOf[u]?.counts[node] === 1;
    return { share: counts && !Number.isNaN(scoreAt(computation, node, u)) ? 1 : 0, adds };
  }
  const all = (tree.children[parent] ?? []).reduce((sum, sibling) => sum + useOf(computation, sibling, u), 0);
  return { share: all === 0 ? 0 : use / all, adds };
};

const detailOf = (computation: Computation, node: number, u: number): NodeDetail => {
  const { model, scores } = computation;
  const { tree, matrix, aggregations, normalisations, planOf } = model;
  const cell = node * model.units.length + u;
  const leaf = isLeaf(tree, node);
  const raw = scoreAt(computation, node, u);
  const score = Number.isNaN(raw) ? null : settle(raw);
  const { share, adds } = shareOf(computation, node, u);
  return {
    node: codeOf(tree, node),
    name: tree.indicators[node]?.name ?? ROOT,
    role: roleOf(tree, node),
    leaf,
    status: statusOf(computation, node, u),
    reason: reasonAt(model, scores, { node, unit: u }),
    score,
    coverage: settle(coverageAt(model, scores, { node, unit: u })),
    value: leaf && matrix.state[cell] === SCORED ? (matrix.value[cell] ?? null) : null,
    normalisation: leaf ? (normalisations[node]?.type ?? null) : null,
    direction: tree.indicators[node]?.direction ?? 1,
    aggregation: leaf ? null : (aggregations[node] ?? null),
    weight: planOf[u]?.counts[node] === 1 ? (planOf[u].weight[node] ?? null) : null,
    weightInUse: share,
    contribution: adds && score !== null ? share * raw : null,
    ...rescaling(model, scores, { node, unit: u }),
  };
};

/** The numbers that made a node's score for a unit, children in the order of the indicator system. */
export const lineageOf = (
  computation: Computation,
  at: { readonly node: number; readonly unit: number },
): Lineage => {
  const { tree, units } = computation.model;
  const children = (tree.children[at.node] ?? []).toSorted((a, b) => a - b);
  return {
    ...detailOf(computation, at.node, at.unit),
    unit: units[at.unit]?.code ?? '',
    children: children.map((child) => detailOf(computation, child, at.unit)),
    total: at.node === tree.root ? (computation.totals[at.unit] ?? null) : null,
  };
};
