import type { UnitKind } from '@gongping/contracts';
import type { IndicatorRow } from '../indicator-systems/indicator-system.service.ts';

/**
 * The nodes that count in a round: those switched off are left out with everything below them, and so is an inner
 * node that has no leaf left (it would look like a leaf).
 *
 * @param rows parents before children
 */
export function countingIndicators(
  rows: readonly IndicatorRow[],
  excludedIndicators: readonly string[],
): IndicatorRow[] {
  const excluded = new Set(excludedIndicators);
  for (const { code, parentCode } of rows) {
    if (parentCode !== null && excluded.has(parentCode)) excluded.add(code);
  }
  const holding = new Set<string>();
  for (const { code, parentCode, rule } of rows.toReversed()) {
    if (excluded.has(code) || (rule === null && !holding.has(code))) continue;
    holding.add(code);
    if (parentCode !== null) holding.add(parentCode);
  }
  return rows.filter(({ code }) => holding.has(code));
}

/** The leaves among the nodes that apply to a kind of unit, in printing order, bonus and vetoes too. */
export function leavesFor(rows: readonly IndicatorRow[], kind: UnitKind): IndicatorRow[] {
  return rows.filter(({ rule, unitKinds }) => rule !== null && unitKinds.includes(kind));
}

/** Code of each node → code of the level-1 node above it (its own for a family). */
export function familyCodes(rows: readonly Pick<IndicatorRow, 'code' | 'parentCode'>[]): Map<string, string> {
  const families = new Map<string, string>();
  for (const { code, parentCode } of rows) {
    families.set(code, parentCode === null ? code : (families.get(parentCode) ?? parentCode));
  }
  return families;
}

/** Full marks of a leaf for a kind, as the database keeps them; null where it does not apply or is inner. */
export function fullMarksOf(row: IndicatorRow, kind: UnitKind): string | null {
  return kind === 'county' ? row.countyMarks : row.departmentMarks;
}
