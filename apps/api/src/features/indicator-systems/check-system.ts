import type { Language, SystemCheck } from '@gongping/contracts';
import type { LocalText } from '@gongping/scoring';
import { TableProblems, type ReadTable, type Table, type TableRow } from '@gongping/tables';
import { fieldPath } from './field-path.ts';
import { judgeAdvice } from './judge-advice.ts';
import { marksAdvice } from './marks-advice.ts';
import { readSystem } from './read-system.ts';
import type { SystemContent } from './system-content.ts';
import { indicatorShape, ruleItemShape } from './system-shapes.ts';
import { systemTables } from './system-tables.ts';

/** What is wrong, in both languages. */
export interface FoundCheck {
  readonly severity: SystemCheck['severity'];
  readonly indicator: string | null;
  readonly field: string | null;
  readonly sentence: LocalText;
}

/**
 * What is wrong with a draft. It is written as tables and read again, so that a draft is held to the very rules that a
 * workbook is.
 *
 * @param units codes of the units that may answer for tasks
 */
export function checkSystem(code: string, content: SystemContent, units: ReadonlySet<string>): FoundCheck[] {
  const tables = systemTables(code, content, 'csv').map(asRead);
  const found = new FoundProblems();
  readSystem(new Map(tables.map((table) => [table.shape.name, table])), units, found);
  return [...found.checks, ...marksAdvice(content.nodes), ...judgeAdvice(content.nodes)];
}

/** The checks in the reader's language. */
export function toChecks(found: readonly FoundCheck[], language: Language): SystemCheck[] {
  return found.map(({ sentence, ...check }) => ({ ...check, message: sentence[language] }));
}

/** Keeps the problems with the node and the field that they are about. */
class FoundProblems extends TableProblems {
  readonly checks: FoundCheck[] = [];

  // eslint-disable-next-line max-params -- as the class that it stands in for
  override at(table: ReadTable, row: TableRow | null, column: string | null, sentence: LocalText): void {
    const { name } = table.shape;
    const indicator = row && indicatorOf(name, row);
    const entry = row && name === ruleItemShape.name ? { part: row.cell('part'), at: row.row - 1 } : null;
    const field = column === null ? null : fieldPath(column, entry);
    this.checks.push({ severity: 'error', indicator, field: indicator === null ? null : field, sentence });
  }
}

function indicatorOf(table: string, row: TableRow): string | null {
  if (table === indicatorShape.name) return row.cell('code');
  return table === ruleItemShape.name ? row.cell('indicator') : null;
}

/** Rows count from 1; those of a rule's list by their kind, as the editor shows them. */
function asRead({ shape, rows }: Table): ReadTable {
  const at = new Map(shape.columns.map(({ name }, index) => [name, index]));
  const counts = new Map<string, number>();
  return {
    shape,
    sheet: shape.name,
    has: () => true,
    place: (column) => column,
    rows: rows.map((cells, index) => {
      const list = shape.name === ruleItemShape.name ? cells.slice(0, 2).join('/') : '';
      const row = list === '' ? index + 1 : (counts.get(list) ?? 0) + 1;
      counts.set(list, row);
      return { row, cell: (column) => cells[at.get(column) ?? -1] ?? '' };
    }),
  };
}
