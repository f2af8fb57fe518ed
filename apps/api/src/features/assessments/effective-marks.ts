import type { effectiveMarks, UnitKind } from '@gongping/contracts';
import { computeResults, formatDecimal, ROOT } from '@gongping/scoring';
import type { z } from 'zod';
import type { IndicatorRow } from '../indicator-systems/indicator-system.service.ts';
import { countingIndicators, familyCodes, leavesFor } from './counting-indicators.ts';
import { engineIndicators } from './engine-input.ts';

type EffectiveMarks = z.infer<typeof effectiveMarks>;

const kinds = ['county', 'department'] as const satisfies readonly UnitKind[];
const decimals = { marks: 4, share: 2 } as const;

/**
 * What each family is worth for each kind of unit: its marks as designed, and its share of the third-party score in
 * per cent once the families switched off are redistributed over the others.
 *
 * @param all every node of the system, parents before children
 */
export function effectiveMarksOf(
  all: readonly IndicatorRow[],
  excludedIndicators: readonly string[],
): EffectiveMarks[] {
  const designed = weightsOf(all);
  const inUse = weightsOf(countingIndicators(all, excludedIndicators));
  const familyOf = familyCodes(all);
  const families = all.filter(({ parentCode, role }) => parentCode === null && role === 'score');
  return kinds.flatMap((kind) =>
    families.map(({ code, name }) => ({
      family: code,
      name,
      kind,
      leaves: leavesFor(all, kind).filter((leaf) => familyOf.get(leaf.code) === code).length,
      marks: plain(designed(kind, code).marks, decimals.marks),
      share: plain(inUse(kind, code).percent, decimals.share),
      included: !excludedIndicators.includes(code),
    })),
  );
}

/**
 * Weights from the engine itself: one imaginary unit of each kind, nothing scored, unscored leaves kept in the tree.
 * With no family left there is nothing to weigh.
 */
function weightsOf(rows: readonly IndicatorRow[]) {
  const nothing = { marks: 0, percent: 0 };
  if (!rows.some(({ rule, role }) => rule !== null && role === 'score')) return () => nothing;
  const results = computeResults({
    units: kinds.map((kind) => ({ code: kind, name: kind, kind })),
    indicators: engineIndicators(rows),
    scores: [],
    method: { unscored: 'zero' },
  });
  return (kind: UnitKind, family: string) => {
    const node = results.lineage(kind, ROOT).children.find((child) => child.node === family);
    return node ? { marks: node.fullMarks ?? 0, percent: node.weightInUse * 100 } : nothing;
  };
}

function plain(value: number, places: number): string {
  return String(Number(formatDecimal(value, places)));
}
