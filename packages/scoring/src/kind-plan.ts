import { carriesMarks } from './check-indicators.ts';
import type { Unit } from './input.ts';
import type { Aggregation, Method } from './method.ts';
import type { Warning } from './problem.ts';
import type { ProblemList } from './scoring-input-error.ts';
import { codeOf, isLeaf, roleOf } from './tree.ts';
import type { Tree } from './tree.ts';

/** The tree as it stands for one kind of unit: what counts, and with what weight. */
export interface KindPlan {
  readonly kind: string;
  /** Its place among the plans. */
  readonly index: number;
  /** Indices of the units of this kind. */
  readonly units: Int32Array;
  /** 1 where the node applies to the kind, whatever its role. */
  readonly applies: Uint8Array;
  /** 1 where the node is in the tree of scores: a score leaf that applies, or a node above one. */
  readonly counts: Uint8Array;
  /** Declared weight among siblings. */
  readonly weight: Float64Array;
  /** Full marks: of a leaf its own, of an inner node the sum of those that count below it; NaN where none. */
  readonly marks: Float64Array;
}

export const aggregationOf = (tree: Tree, node: number, method: Method): Aggregation =>
  tree.indicators[node]?.aggregation ?? method.aggregation;

const marksFor = (tree: Tree, node: number, kind: string): number => {
  const { marks, marksByKind = {} } = tree.indicators[node] ?? {};
  const own = Object.hasOwn(marksByKind, kind) ? marksByKind[kind] : undefined;
  return own ?? marks ?? NaN;
};

/** Whether every score leaf below a node (or the node itself) carries marks; then marks are its weight. */
const markedThroughout = (tree: Tree): Uint8Array => {
  const marked = new Uint8Array(tree.root + 1).fill(1);
  for (const node of tree.order.toReversed()) {
    if (isLeaf(tree, node) && roleOf(tree, node) === 'score' && !carriesMarks(tree, node)) marked[node] = 0;
    const parent = tree.parent[node] ?? -1;
    if (parent >= 0 && marked[node] === 0) marked[parent] = 0;
  }
  return marked;
};

const holdsScores = (tree: Tree): Uint8Array => {
  const holds = new Uint8Array(tree.root + 1);
  for (const node of tree.order.toReversed()) {
    if (isLeaf(tree, node) && roleOf(tree, node) === 'score') holds[node] = 1;
    const parent = tree.parent[node] ?? -1;
    if (parent >= 0 && holds[node] === 1) holds[parent] = 1;
  }
  return holds;
};

/** Nodes whose children are weighed by marks: all of those that hold scores carry them. */
const weighedByMarks = (tree: Tree, warnings: Warning[]): Uint8Array => {
  const marked = markedThroughout(tree);
  const holds = holdsScores(tree);
  return Uint8Array.from(tree.children, (children, node) => {
    const scored = children.filter((child) => holds[child] === 1);
    const carrying = scored.filter((child) => marked[child] === 1).length;
    const code = codeOf(tree, node);
    if (carrying > 0 && carrying < scored.length) {
      warnings.push({ code: 'mixed-marks', params: { node: code }, unit: null, node: code });
    }
    return carrying === scored.length ? 1 : 0;
  });
};

/**
 * One plan for each kind that has units.
 *
 * Weights among siblings are their marks (for an inner node the sum below it) where all of them carry marks, 1 under
 * `sum` otherwise, and the weight column in all other cases. A leaf with 0 marks for a kind does not count for it.
 */
export const planKinds = (
  tree: Tree,
  units: readonly Unit[],
  context: { readonly method: Method; readonly problems: ProblemList; readonly warnings: Warning[] },
): KindPlan[] => {
  const byMarks = weighedByMarks(tree, context.warnings);
  const groups = new Map<string, number[]>();
  for (const [i, { kind }] of units.entries()) {
    const members = groups.get(kind);
    if (members === undefined) groups.set(kind, [i]);
    else members.push(i);
  }
  return [...groups].map(([kind, members], index) =>
    planKind(tree, { kind, index, units: Int32Array.from(members) }, { ...context, byMarks }),
  );
};

const planKind = (
  tree: Tree,
  group: Pick<KindPlan, 'kind' | 'index' | 'units'>,
  context: {
    readonly byMarks: Uint8Array;
    readonly method: Method;
    readonly problems: ProblemList;
  },
): KindPlan => {
  const { kind } = group;
  const { byMarks, method, problems } = context;
  const size = tree.root + 1;
  const applies = new Uint8Array(size).fill(1);
  const counts = new Uint8Array(size);
  const marks = new Float64Array(size).fill(NaN);
  for (const node of tree.order) {
    const appliesTo = tree.indicators[node]?.appliesTo ?? [];
    const parent = tree.parent[node] ?? -1;
    const excluded = appliesTo.length > 0 && !appliesTo.includes(kind);
    if (excluded || (parent >= 0 && applies[parent] === 0)) applies[node] = 0;
    if (node === tree.root || !isLeaf(tree, node)) continue;
    if (carriesMarks(tree, node)) marks[node] = marksFor(tree, node, kind);
    if (applies[node] === 0) continue;
    if (carriesMarks(tree, node) && Number.isNaN(marks[node])) {
      const at = { table: 'indicators', index: node, field: 'marks' } as const;
      problems.add('marks-missing-for-kind', { indicator: codeOf(tree, node), kind }, at);
    }
    if (marks[node] === 0) applies[node] = 0;
    else if (roleOf(tree, node) === 'score') counts[node] = 1;
  }
  for (const node of tree.order.toReversed()) {
    const parent = tree.parent[node] ?? -1;
    if (parent < 0 || counts[node] === 0) continue;
    counts[parent] = 1;
    const sum = marks[parent] ?? NaN;
    const own = marks[node] ?? NaN;
    if (!Number.isNaN(own)) marks[parent] = Number.isNaN(sum) ? own : sum + own;
  }
  const weight = Float64Array.from(tree.parent, (parent, node) => {
    if (parent < 0) return 1;
    if (byMarks[parent] === 1) return marks[node] ?? 0;
    return aggregationOf(tree, parent, method) === 'sum' ? 1 : (tree.indicators[node]?.weight ?? 1);
  });
  return { ...group, applies, counts, weight, marks };
};
