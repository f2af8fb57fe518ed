import type { TemplateUnit } from '../types.ts';
import { linksTo } from './evidence.ts';
import { innovations } from './innovations.ts';
import type { DemonstrationOptions, DemonstrationScore } from './types.ts';

/** The bonus granted to the unit, or nothing: most units leave the leaf empty. */
export function bonusOf(unit: TemplateUnit, options: DemonstrationOptions): readonly DemonstrationScore[] {
  const { system, year, seed } = options;
  const leaf = system.indicators.find(({ role, rule }) => role === 'bonus' && rule !== null);
  const innovation = innovations[unit.code];
  if (leaf === undefined || innovation === undefined || innovation.since > year) return [];
  const at = { unitCode: unit.code, leafCode: leaf.code, year, seed };
  return [
    {
      unitCode: unit.code,
      indicatorCode: leaf.code,
      state: 'scored',
      input: { method: 'bonus', marks: innovation.marks },
      reason: innovation.reason,
      evidence: linksTo([`${unit.name.zh}${innovation.evidence}`], at),
    },
  ];
}
