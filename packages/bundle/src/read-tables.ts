import { aggregations } from '@gongping/scoring';
import type { Indicator, Role, Unit } from '@gongping/scoring';
import type { BundleProblems } from './bundle-error.ts';
import { CellReader } from './cell-reader.ts';
import { readCsvTable } from './csv-table.ts';
import type { CsvRow } from './csv-table.ts';
import { RowLines } from './row-lines.ts';
import { shownText } from './shown-text.ts';

/** Items of a table and the line of each. */
export interface Located<T> {
  readonly items: readonly T[];
  readonly lines: RowLines;
}

export interface TableSource {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly problems: BundleProblems;
}

const located = <T>(rows: readonly CsvRow[], read: (row: CsvRow) => T): Located<T> => {
  const lines = new RowLines();
  for (const { line } of rows) lines.add(line);
  return { items: rows.map(read), lines };
};

/** `code,name,kind` and any further columns; a unit without a name is called by its code. */
export const readUnits = ({ file, bytes, problems }: TableSource): Located<Unit> => {
  const { rows } = readCsvTable(file, bytes, { required: ['code', 'kind'], problems });
  return located(rows, (row) => ({
    code: row.cell('code'),
    name: row.cell('name') || row.cell('code'),
    kind: row.cell('kind'),
  }));
};

const roles = ['score', 'bonus', 'penalty', 'veto'] as const satisfies readonly Role[];
const MARKS_OF_KIND = 'marks_';

/** One row a node; columns that are not known are not read. */
export const readIndicators = ({ file, bytes, problems }: TableSource): Located<Indicator> => {
  const { columns, rows } = readCsvTable(file, bytes, { required: ['code', 'parent'], problems });
  const cells = new CellReader(file, problems);
  const marksColumns = columns.filter((column) => column.startsWith(MARKS_OF_KIND));
  return located(rows, (row) => {
    const marksByKind = marksColumns.flatMap((column): [string, number][] => {
      const marks = cells.number(row, column);
      return marks === null ? [] : [[column.slice(MARKS_OF_KIND.length), marks]];
    });
    const direction = cells.choice(row, 'direction', ['1', '-1']);
    return {
      code: row.cell('code'),
      parent: row.cell('parent') || null,
      name: row.cell('name') || row.cell('code'),
      weight: cells.number(row, 'weight'),
      marks: cells.number(row, 'marks'),
      marksByKind: Object.fromEntries(marksByKind),
      aggregation: cells.choice(row, 'aggregation', aggregations),
      normalisation: row.cell('normalisation').trim() || null,
      direction: direction === null ? null : direction === '1' ? 1 : -1,
      role: cells.choice(row, 'role', roles),
      appliesTo: row
        .cell('applies_to')
        .split('|')
        .map((kind) => kind.trim())
        .filter((kind) => kind !== ''),
    };
  });
};

export interface ComponentTable {
  readonly file: string;
  readonly values: ReadonlyMap<string, number | null>;
  readonly lines: ReadonlyMap<string, number>;
}

/** `unit,value`: a number or empty, one row a unit. */
export const readComponentValues = ({ file, bytes, problems }: TableSource): ComponentTable => {
  const { rows } = readCsvTable(file, bytes, { required: ['unit', 'value'], problems });
  const cells = new CellReader(file, problems);
  const values = new Map<string, number | null>();
  const lines = new Map<string, number>();
  for (const row of rows) {
    const unit = row.cell('unit');
    const first = lines.get(unit);
    if (first !== undefined) {
      cells.refuse(row, 'unit', {
        zh: `单位“${shownText(unit)}”在第 ${first} 行已有一个值，请只保留一行。`,
        en: `The unit “${shownText(unit)}” has a value on line ${first} already; keep one of the two.`,
      });
      continue;
    }
    lines.set(unit, row.line);
    values.set(unit, cells.number(row, 'value'));
  }
  return { file, values, lines };
};
