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
