import type { KindPlan } from '../kind-plan.ts';
import type { Model } from '../model.ts';
import { isLeaf } from '../tree.ts';
import type { Ordinals } from './factors.ts';

/** A node with its counted children: weights are drawn and turned into shares family by family. */
export interface Family {
  readonly node: number;
  readonly children: Int32Array;
  /** Declared weights and ordinals of the children. */
  readonly weights: Float64Array;
  readonly ordinals: Int32Array;
}

/**
 * A kind's tree of weighted means as one weighted sum over its leaves: the weight of a leaf in the whole is the product
 * of the shares on its way up.
 */
export interface LinearPlan {
  readonly plan: KindPlan;
  /** Parents before children. */
  readonly families: readonly Family[];
  /** Leaves that count, those of one parent side by side. */
  readonly leaves: Int32Array;
  /** By node: its row among the leaves, or -1. */
  readonly leafRow: Int32Array;
  /** By node: the row of its share among its siblings. Only where what is absent goes to the siblings. */
  readonly shareRow: Int32Array | null;
  /** Rows of leaves and shares. */
  readonly rows: number;
  /** Leaves that share a factor: node above them, and number of the leaf after the last one. */
  readonly segments: readonly { readonly node: number; readonly end: number }[];
}

/** Whether totals are linear in the scores of the leaves: weighted means throughout, and no minimum coverage. */
export const isLinear = (model: Model): boolean => {
  const { tree, plans, aggregations, method } = model;
  if (method.minimumCoverage > 0) return false;
  const weighed = (plan: KindPlan, node: number): boolean =>
    (tree.children[node] ?? []).some((child) => plan.counts[child] === 1 && (plan.weight[child] ?? 0) > 0);
  return tree.order.every(
    (node) =>
      isLeaf(tree, node) ||
      plans.every(
        (plan) => plan.counts[node] !== 1 || (aggregations[node] === 'arithmetic' && weighed(plan, node)),
      ),
  );
};

export const linearPlan = (model: Model, plan: KindPlan, ordinals: Ordinals): LinearPlan => {
  const { tree, method } = model;
  const inner = tree.order.filter((node) => !isLeaf(tree, node) && plan.counts[node] === 1);
  const families = inner.map((node): Family => {
    const children = (tree.children[node] ?? []).filter((child) => plan.counts[child] === 1);
    return {
      node,
      children: Int32Array.from(children),
      weights: Float64Array.from(children, (child) => plan.weight[child] ?? 0),
      ordinals: Int32Array.from(children, (child) => ordinals.node[child] ?? -1),
    };
  });
  const leaves: number[] = [];
  const bySiblings: { node: number; end: number }[] = [];
  for (const { node, children } of families) {
    const own = [...children].filter((child) => isLeaf(tree, child));
    leaves.push(...own);
    if (own.length > 0) bySiblings.push({ node, end: leaves.length });
  }
  const leafRow = new Int32Array(tree.root + 1).fill(-1);
  for (const [row, leaf] of leaves.entries()) leafRow[leaf] = row;
  let rows = leaves.length;
  let shareRow: Int32Array | null = null;
  if (method.notApplicable === 'siblings') {
    shareRow = new Int32Array(tree.root + 1).fill(-1);
    for (const { children } of families) for (const child of children) shareRow[child] = rows++;
  }
  return {
    plan,
    families,
    leaves: Int32Array.from(leaves),
    leafRow,
    shareRow,
    rows,
    segments: shareRow === null ? [{ node: tree.root, end: leaves.length }] : bySiblings,
  };
};

/** Draws that the kernel computes side by side. */
export const LANES = 16;

/**
 * The families as the kernel reads them: for each the node and how many children; for each of these the node, its
 * ordinal, its row among the leaves or -1, and that of its share or -1.
 */
export const familyWords = ({ families, leafRow, shareRow }: LinearPlan): Int32Array => {
  const words: number[] = [];
  for (const { node, children, ordinals } of families) {
    words.push(node, children.length);
    for (const [i, child] of children.entries()) {
      words.push(child, ordinals[i] ?? 0, leafRow[child] ?? -1, shareRow?.[child] ?? -1);
    }
  }
  return Int32Array.from(words);
};
