import { explainUnit, type ExplainedNode } from '@gongping/publication';
import { computeResults, listUnscored } from '@gongping/scoring';
import type { ResultRow, UnitTotal, Warning } from '@gongping/scoring';
import { engineInput } from './engine-input.ts';
import type { RoundFacts } from './round-facts.ts';

/** A result with what the views need to explain it. */
export interface NodeOutcome extends ResultRow, ExplainedNode {}

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
  const explained = new Map(facts.units.map(({ code }) => [code, explainUnit(results, code)]));
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

/** Rows by unit and node. */
export function outcomeIndex({ rows }: Outcome): (unit: string, node: string) => NodeOutcome | undefined {
  const index = new Map<string, Map<string, NodeOutcome>>();
  for (const row of rows) {
    const unit = index.get(row.unit) ?? new Map<string, NodeOutcome>();
    index.set(row.unit, unit.set(row.node, row));
  }
  return (unit, node) => index.get(unit)?.get(node);
}
