import { computeResults, listUnscored, ROOT, TREE, type NodeDetail, type Results } from '@gongping/scoring';
import type { ResultRow, UnitTotal, Warning } from '@gongping/scoring';
import { engineInput } from './engine-input.ts';
import type { RoundFacts } from './round-facts.ts';

/** A result with what the views need to explain it. */
export interface NodeOutcome extends ResultRow {
  /** Marks earned, and full marks of what is applicable and scored; null for a veto and where there are none. */
  readonly rawMarks: number | null;
  readonly applicableMarks: number | null;
  /** Points of the total that one point of the node's score is worth, after every redistribution. */
  readonly weight: number;
}

/** What the engine made of the facts, as plain data: a publication keeps it beside them. */
export interface Outcome {
  /** For each unit `total` and then the indicators in printing order. */
  readonly rows: readonly NodeOutcome[];
  readonly totals: readonly UnitTotal[];
  readonly warnings: readonly Warning[];
  /** Unit code → leaves without a score that were left out. */
  readonly unscored: Readonly<Record<string, number>>;
}

/** @throws ScoringInputError where the facts cannot be computed */
export function computeOutcome(facts: RoundFacts): Outcome {
  const input = engineInput(facts);
  const results = computeResults(input);
  const unscored: Record<string, number> = {};
  for (const { unit } of listUnscored(input)) unscored[unit] = (unscored[unit] ?? 0) + 1;
  const explained = new Map(facts.units.map(({ code }) => [code, explain(results, code)]));
  return {
    rows: results.rows.map((row) => {
      const node = explained.get(row.unit)?.get(row.node);
      return {
        ...row,
        rawMarks: node?.rawMarks ?? null,
        applicableMarks: node?.applicableMarks ?? null,
        weight: node?.weight ?? 0,
      };
    }),
    totals: results.totals,
    warnings: results.warnings,
    unscored,
  };
}

type Explained = Pick<NodeOutcome, 'rawMarks' | 'applicableMarks' | 'weight'>;

/** Walks down a unit's tree: a node's weight in the total is its share of the parent times the parent's. */
function explain(results: Results, unit: string): Map<string, Explained> {
  const nodes = new Map<string, Explained>();
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
}

/** Rows by unit and node. */
export function outcomeIndex({ rows }: Outcome): (unit: string, node: string) => NodeOutcome | undefined {
  const index = new Map<string, Map<string, NodeOutcome>>();
  for (const row of rows) {
    const unit = index.get(row.unit) ?? new Map<string, NodeOutcome>();
    index.set(row.unit, unit.set(row.node, row));
  }
  return (unit, node) => index.get(unit)?.get(node);
}
