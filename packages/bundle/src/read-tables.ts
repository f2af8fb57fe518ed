import { aggregations } from '@gongping/scoring';
import type { Indicator, Role, Score, Unit } from '@gongping/scoring';
import type { BundleProblems } from './bundle-error.ts';
import { CellReader, readCsvTable } from './csv-table.ts';
import type { CsvRow } from './csv-table.ts';

/** Items of a table and the line of each. */
export interface Located<T> {
  readonly file: string;
  readonly items: readonly T[];
  readonly lines: readonly number[];
}

export interface TableSource {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly problems: BundleProblems;
}

const located = <T>(file: string, rows: readonly CsvRow[], read: (row: CsvRow) => T): Located<T> => ({
  file,
  items: rows.map(read),
  lines: rows.map(({ line }) => line),
});

/** `code,name,kind` and any further columns; a unit without a name is called by its code. */
export const readUnits = ({ file, bytes, problems }: TableSource): Located<Unit> => {
  const { rows } = readCsvTable(file, bytes, { required: ['code', 'kind'], problems });
  return located(file, rows, (row) => ({
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
  return located(file, rows, (row) => {
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

/** `unit,indicator,value`: a number, `NA`, or empty. */
export const readScores = ({ file, bytes, problems }: TableSource): Located<Score> => {
  const { rows } = readCsvTable(file, bytes, { required: ['unit', 'indicator', 'value'], problems });
  const cells = new CellReader(file, problems);
  return located(file, rows, (row) => ({
    unit: row.cell('unit'),
    indicator: row.cell('indicator'),
    value: row.cell('value').trim() === 'NA' ? 'NA' : cells.number(row, 'value'),
  }));
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
        zh: `单位“${unit}”在第 ${first} 行已有一个值。`,
        en: `The unit “${unit}” has a value on line ${first} already.`,
      });
      continue;
    }
    lines.set(unit, row.line);
    values.set(unit, cells.number(row, 'value'));
  }
  return { file, values, lines };
};
