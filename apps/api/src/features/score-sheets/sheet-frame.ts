import type { Rule } from '@gongping/scoring';
import { familyCodes, type AssessmentFrame } from '../assessments/assessment-frame.ts';
import type { IndicatorRow } from '../indicator-systems/indicator-system.service.ts';

/** A leaf that counts in the round. */
export interface Leaf {
  readonly row: IndicatorRow;
  readonly rule: Rule;
  /** Code of the top node above it. */
  readonly family: string;
}

/** The leaves that count, in printing order. */
export function leavesOf({ indicators }: AssessmentFrame): Leaf[] {
  const families = familyCodes(indicators);
  return indicators.flatMap((row) =>
    row.rule === null ? [] : [{ row, rule: row.rule, family: families.get(row.code) ?? row.code }],
  );
}

/** The nodes with a leaf among `leaves` at or below them: a tree without empty branches, in printing order. */
export function branchesTo({ indicators }: AssessmentFrame, leaves: readonly Leaf[]): IndicatorRow[] {
  const kept = new Set(leaves.map(({ row }) => row.code));
  for (const { code, parentCode } of indicators.toReversed()) {
    if (kept.has(code) && parentCode !== null) kept.add(parentCode);
  }
  return indicators.filter(({ code }) => kept.has(code));
}
