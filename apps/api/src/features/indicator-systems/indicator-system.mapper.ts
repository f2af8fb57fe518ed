import {
  notice,
  type DraftIndicator,
  type Indicator,
  type IndicatorSystem,
  type indicatorSystemSummary,
  type UnitKind,
} from '@gongping/contracts';
import type { z } from 'zod';
import type { IndicatorRow, IndicatorSystemRow } from './indicator-system.repository.ts';
import type { NodeContent } from './system-content.ts';

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
    judge: row.judge,
  };
}

/** What somebody typed for a node; level, role and kinds are put right with the tree around it. */
export function toNode(node: DraftIndicator): NodeContent {
  const marksOf = (kind: UnitKind) => (node.unitKinds.includes(kind) ? node.marks[kind] : null);
  return {
    code: node.code,
    parentCode: node.parent,
    level: 1,
    name: node.name,
    role: node.role,
    unitKinds: [...new Set(node.unitKinds)],
    countyMarks: marksOf('county'),
    departmentMarks: marksOf('department'),
    rule: node.rule,
    ruleText: node.ruleText,
    evidenceWanted: node.evidenceWanted,
    naCondition: node.naCondition,
    clauses: node.clauses,
    quote: node.quote,
    legalBasis: node.legalBasis,
    judge: node.rule === null ? null : node.judge,
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
    createdAt: row.createdAt.toISOString(),
    revision: row.revision,
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
