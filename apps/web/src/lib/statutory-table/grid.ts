import {
  cellValue,
  inTenThousands,
  measured,
  rowsOf,
  type AnnualReport,
  type Cell,
  type CellPlace,
  type FormName,
  type FormRow,
  type Measure,
  type Rows,
  type TableName,
} from '@gongping/annual-report';

/** What stands in the cells of a table as it was typed, by the keys of its rows. */
export type TableText = Readonly<Record<string, readonly string[]>>;
export type TableTexts = Readonly<Record<TableName, TableText>>;

/** Which of a form's tables. */
export interface TableShape {
  readonly form: FormName;
  readonly table: TableName;
}

/** What a cell says; `wrong` where it is no number, which counts as blank. */
export interface ReadCell {
  readonly value: Cell;
  readonly wrong: boolean;
}

/** Reads a cell as a person does: full-width digits, thousands, `12.5万元`. */
export function readCell(text: string, measure: Measure, form: FormName): ReadCell {
  const read = cellValue(text);
  if (read.kind === 'blank') return { value: null, wrong: false };
  if (read.kind !== 'number') return { value: null, wrong: true };
  const value = measured(read, measure);
  if (value === null) return { value: null, wrong: true };
  const isAmount = measure === 'amount' && form === 'v2021';
  return { value: isAmount ? inTenThousands(value, read.unit) : value, wrong: false };
}

const shown = (cell: Cell | undefined): string => (cell === null || cell === undefined ? '' : String(cell));

/** The cells of a table as text, every row of the form there. */
export function tableText(form: FormName, table: TableName, rows: Rows): TableText {
  return Object.fromEntries(
    rowsOf(form, table).map(({ key, columns }) => [key, columns.map((_, i) => shown(rows[key]?.[i]))]),
  );
}

export function tableTexts(form: FormName, report: Pick<AnnualReport, TableName>): TableTexts {
  return {
    table2: tableText(form, 'table2', report.table2),
    table3: tableText(form, 'table3', report.table3),
    table4: tableText(form, 'table4', report.table4),
  };
}

/** The numbers of a table; what is no number is blank. */
export function rowsFrom(form: FormName, table: TableName, text: TableText): Record<string, Cell[]> {
  return Object.fromEntries(
    rowsOf(form, table).map(({ key, columns }) => [
      key,
      columns.map(({ measure }, i) => readCell(text[key]?.[i] ?? '', measure, form).value),
    ]),
  );
}

/** The text with the numbers of `rows` where nothing stands; what is no number was typed by somebody and stays. */
export function filledText({ form, table }: TableShape, text: TableText, rows: Rows): TableText {
  const filled = tableText(form, table, rows);
  return Object.fromEntries(
    Object.entries(filled).map(([key, cells]) => [
      key,
      cells.map((cell, column) => {
        const typed = text[key]?.[column] ?? '';
        return typed.trim() === '' ? cell : typed;
      }),
    ]),
  );
}

/** Cells that are no numbers, by `cellKey`. */
export function wrongCells(form: FormName, table: TableName, text: TableText): Set<string> {
  return new Set(
    rowsOf(form, table).flatMap(({ key, columns }) =>
      columns.flatMap(({ measure }, column) =>
        readCell(text[key]?.[column] ?? '', measure, form).wrong
          ? [cellKey({ table, row: key, column })]
          : [],
      ),
    ),
  );
}

/** Names a cell: `table3/R3.3.1/0`. */
export function cellKey({ table, row, column }: CellPlace): string {
  return `${table}/${row}/${column}`;
}

/** A table with another text in a cell. */
export function withCell(text: TableText, at: { row: string; column: number }, to: string): TableText {
  const cells = [...(text[at.row] ?? [])];
  cells[at.column] = to;
  return { ...text, [at.row]: Array.from(cells, (cell) => cell ?? '') };
}

export interface Place {
  /** Counted from 0 in the order of the form. */
  readonly row: number;
  readonly column: number;
}

/** The cell in a direction, where there is one; rows of other widths keep as near to the column as they can. */
export function neighbour(
  rows: readonly FormRow[],
  { row, column }: Place,
  direction: 'up' | 'down' | 'left' | 'right',
): Place | null {
  const width = (at: number) => rows[at]?.columns.length ?? 0;
  if (direction === 'up' || direction === 'down') {
    const next = direction === 'up' ? row - 1 : row + 1;
    if (width(next) === 0) return null;
    return { row: next, column: Math.min(column, width(next) - 1) };
  }
  if (direction === 'left') {
    if (column > 0) return { row, column: column - 1 };
    return row > 0 ? { row: row - 1, column: width(row - 1) - 1 } : null;
  }
  if (column < width(row) - 1) return { row, column: column + 1 };
  return width(row + 1) > 0 ? { row: row + 1, column: 0 } : null;
}
