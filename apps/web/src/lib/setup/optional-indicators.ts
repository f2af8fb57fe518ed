import type { Indicator } from '@gongping/contracts';

/** What may be switched off in a round: families as a whole, and single bonus and veto leaves. */
export interface OptionalIndicators {
  readonly families: readonly Indicator[];
  readonly bonuses: readonly Indicator[];
  readonly vetoes: readonly Indicator[];
}

export function optionalIndicators(indicators: readonly Indicator[]): OptionalIndicators {
  const leaves = (role: Indicator['role']) =>
    indicators.filter((indicator) => indicator.role === role && indicator.rule !== null);
  return {
    families: indicators.filter(({ parent, role }) => parent === null && role === 'score'),
    bonuses: leaves('bonus'),
    vetoes: leaves('veto'),
  };
}

/**
 * The codes to send: what was switched off, with the heading of bonuses or vetoes where none of its leaves is left.
 */
export function withEmptyHeadings(
  excluded: readonly string[],
  indicators: readonly Pick<Indicator, 'code' | 'parent' | 'role' | 'rule'>[],
): string[] {
  const off = new Set(excluded);
  const headings = indicators.filter(({ parent, role }) => parent === null && role !== 'score');
  for (const { code } of headings) {
    const leaves = indicators.filter(({ parent, rule }) => parent === code && rule !== null);
    if (leaves.length > 0 && leaves.every((leaf) => off.has(leaf.code))) off.add(code);
    else off.delete(code);
  }
  return [...off];
}
