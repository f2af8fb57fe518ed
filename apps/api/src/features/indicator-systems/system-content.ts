import { notice, type Notice } from '@gongping/contracts';
import type { LocalText } from '@gongping/scoring';
import { newId } from '../../http/new-id.ts';
import { plainDecimal } from './indicator-system.mapper.ts';
import type { IndicatorRow, IndicatorSystemRow } from './indicator-system.repository.ts';
import { storedLeadTasks, type StoredLeadTask } from './lead-tasks.ts';

/** A node without its place in the database. */
export type NodeContent = Omit<IndicatorRow, 'id' | 'systemId' | 'position'>;

/** Everything that a version of an indicator system says. */
export interface SystemContent {
  readonly title: LocalText;
  readonly notice: Notice;
  readonly leadTasks: readonly StoredLeadTask[];
  /** Parents before children, in printing order. */
  readonly nodes: readonly NodeContent[];
}

/**
 * The content of a stored version as a table can tell it: marks as plain decimals, line breaks as LF, and null where
 * a text that may be absent is empty.
 */
export function contentOf(system: IndicatorSystemRow, rows: readonly IndicatorRow[]): SystemContent {
  return withOneLineBreak({
    title: system.title,
    notice: withAbsent(notice.parse(system.notice)),
    leadTasks: storedLeadTasks.parse(system.leadTasks),
    nodes: rows.map(({ id: _id, systemId: _systemId, position: _position, ...node }) => ({
      ...node,
      countyMarks: node.countyMarks === null ? null : plainDecimal(node.countyMarks),
      departmentMarks: node.departmentMarks === null ? null : plainDecimal(node.departmentMarks),
      naCondition: absentIfEmpty(node.naCondition),
      legalBasis: absentIfEmpty(node.legalBasis),
    })),
  });
}

/** The nodes as the database keeps them below a version. */
export function toRows(
  nodes: readonly NodeContent[],
  { systemId, now }: { systemId: string; now: Date },
): IndicatorRow[] {
  return nodes.map((node, position) => ({ ...node, id: newId(now), systemId, position }));
}

function withAbsent({ clauses, ...rest }: Notice): Notice {
  return { ...rest, clauses: clauses.map((clause) => ({ ...clause, leads: absentIfEmpty(clause.leads) })) };
}

function absentIfEmpty(text: string | null): string | null {
  return text === null || text.trim() === '' ? null : text;
}

function withOneLineBreak(content: SystemContent): SystemContent {
  return JSON.parse(
    JSON.stringify(content, (_key, value: unknown) =>
      typeof value === 'string' ? value.replaceAll(/\r\n?/g, '\n') : value,
    ),
  ) as SystemContent;
}
