import {
  notice,
  type Indicator,
  type IndicatorSystem,
  type indicatorSystemSummary,
} from '@gongping/contracts';
import type { z } from 'zod';
import type { IndicatorRow, IndicatorSystemRow } from './indicator-system.repository.ts';

/** `3.4400`, as the database keeps it, to `3.44`. */
export function plainDecimal(numeric: string): string {
  return String(Number(numeric));
}

export function toIndicator(row: IndicatorRow): Indicator {
  return {
    code: row.code,
    parent: row.parentCode,
    level: row.level,
    name: row.name,
    role: row.role,
    unitKinds: row.unitKinds,
    marks: {
      county: row.countyMarks === null ? null : plainDecimal(row.countyMarks),
      department: row.departmentMarks === null ? null : plainDecimal(row.departmentMarks),
    },
    rule: row.rule,
    ruleText: row.ruleText,
    evidenceWanted: row.evidenceWanted,
    naCondition: row.naCondition,
    clauses: row.clauses,
    quote: row.quote,
    legalBasis: row.legalBasis,
  };
}

type SummaryRow = Omit<IndicatorSystemRow, 'notice' | 'leadTasks'> & { leaves: number };

export function toSystemSummary(row: SummaryRow): z.infer<typeof indicatorSystemSummary> {
  return {
    id: row.id,
    code: row.code,
    version: row.version,
    title: row.title,
    frozenAt: row.frozenAt?.toISOString() ?? null,
    leaves: row.leaves,
  };
}

export function toSystem(row: IndicatorSystemRow, rows: readonly IndicatorRow[]): IndicatorSystem {
  const leaves = rows.filter(({ rule }) => rule !== null).length;
  return {
    ...toSystemSummary({ ...row, leaves }),
    notice: notice.parse(row.notice),
    indicators: rows.map(toIndicator),
  };
}
