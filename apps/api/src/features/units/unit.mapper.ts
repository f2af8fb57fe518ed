import type { Unit } from '@gongping/contracts';
import type { UnitRow } from './unit.repository.ts';

export function toUnit(row: UnitRow): Unit {
  return {
    id: row.id,
    code: row.code,
    name: { zh: row.nameZh, en: row.nameEn },
    kind: row.kind,
    category: row.category,
    clauses: row.clauses,
    filesAnnualReport: row.filesAnnualReport,
    retired: row.retiredAt !== null,
  };
}

/** What the audit log keeps of a unit. */
export function unitFacts(row: UnitRow): Unit & Pick<UnitRow, 'gb2260'> {
  return { ...toUnit(row), gb2260: row.gb2260 };
}
