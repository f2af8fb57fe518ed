import type { Indicator, Unit } from '@gongping/scoring';
import type { IndicatorRow } from '../indicator-systems/indicator-system.service.ts';
import type { UnitRow } from '../units/unit.service.ts';

/** The nodes as the engine takes them: only leaves have a role, and a veto carries no marks. */
export function engineIndicators(rows: readonly IndicatorRow[]): Indicator[] {
  return rows.map((row) => ({
    code: row.code,
    parent: row.parentCode,
    name: row.name.zh,
    ...(row.rule === null ? {} : leafParts(row)),
  }));
}

function leafParts(row: IndicatorRow): Partial<Indicator> {
  const marksByKind = {
    ...(row.countyMarks === null ? {} : { county: Number(row.countyMarks) }),
    ...(row.departmentMarks === null ? {} : { department: Number(row.departmentMarks) }),
  };
  const marks = row.role === 'veto' ? {} : { marksByKind };
  return { role: row.role, appliesTo: row.unitKinds, ...marks };
}

export function engineUnits(rows: readonly UnitRow[]): Unit[] {
  return rows.map(({ code, nameZh, kind }) => ({ code, name: nameZh, kind }));
}
