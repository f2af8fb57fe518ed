import { ROOT, TREE } from '@gongping/scoring';
import type { NodeDetail, Results } from '@gongping/scoring';

/** What the views of a result say of a node beside its score. */
export interface ExplainedNode {
  /** Marks earned, and full marks of what is applicable and scored; null for a veto and where there are none. */
  readonly rawMarks: number | null;
  readonly applicableMarks: number | null;
  /** Points of the total that one point of the node's score is worth, after every redistribution. */
  readonly weight: number;
}

/** Walks down a unit's tree: a node's weight in the total is its share of the parent times the parent's. */
export const explainUnit = (results: Results, unit: string): ReadonlyMap<string, ExplainedNode> => {
  const nodes = new Map<string, ExplainedNode>();
  const root = results.lineage(unit, ROOT);
  const tree = root.total?.parts.find(({ code }) => code === TREE)?.weightInUse ?? 0;
  const visit = (detail: NodeDetail, weight: number): void => {
    nodes.set(detail.node, {
      rawMarks: detail.rawMarks,
      applicableMarks: detail.applicableMarks,
      weight: detail.leaf && detail.role !== 'score' ? 0 : weight,
    });
    if (detail.leaf) return;
    for (const child of results.lineage(unit, detail.node).children) visit(child, weight * child.weightInUse);
  };
  visit(root, tree);
  return nodes;
};
