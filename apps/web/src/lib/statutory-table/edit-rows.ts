import { identitiesOf, rowsOf, type Cell, type CellPlace, type Rows } from '@gongping/annual-report';
import { roundHalfUp } from '@gongping/scoring';
import type { TableShape } from './grid.ts';

const valueAt = (rows: Rows, row: string, column: number): Cell => rows[row]?.[column] ?? null;

/** The table with one cell changed; its row is whole afterwards. */
function setCell(shape: TableShape, rows: Rows, { row, column, value }: CellPlaceValue): Rows {
  const width = rowsOf(shape.form, shape.table).find(({ key }) => key === row)?.columns.length ?? 0;
  const cells = Array.from({ length: width }, (_, at) => (at === column ? value : valueAt(rows, row, at)));
  return { ...rows, [row]: cells };
}

type CellPlaceValue = Pick<CellPlace, 'row' | 'column'> & { readonly value: Cell };

/**
 * The table with the totals that follow from its other cells, where they are blank: the total of a row from its columns,
 * then that of the results from their rows. What somebody typed stays, right or not.
 */
export function fillTotals(shape: TableShape, rows: Rows): Rows {
  const sums = identitiesOf(shape.form).filter(
    ({ check, right }) => check !== 'H1' && right[0]?.table === shape.table,
  );
  // Totals of rows, then of results, then of the row of the results.
  const ordered = [
    ...sums.filter(({ check }) => check !== 'H2'),
    ...sums.filter(({ check }) => check === 'H2'),
  ];
  return [...ordered, ...sums.filter(({ check }) => check === 'H3')].reduce((next, { left, right }) => {
    const [total] = right;
    if (!total || valueAt(next, total.row, total.column) !== null) return next;
    const parts = left.map(({ row, column }) => valueAt(next, row, column));
    if (parts.includes(null)) return next;
    const value = parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);
    return setCell(shape, next, { row: total.row, column: total.column, value });
  }, rows);
}

/** The table with a 0 in every cell that is blank. */
export function fillZeros(shape: TableShape, rows: Rows): Rows {
  const filled = rowsOf(shape.form, shape.table).map(({ key, columns }): [string, Cell[]] => [
    key,
    columns.map((_, column) => valueAt(rows, key, column) ?? 0),
  ]);
  return { ...rows, ...Object.fromEntries(filled) };
}

/** Cells that are blank. */
export const blanksIn = ({ form, table }: TableShape, rows: Rows): number =>
  rowsOf(form, table).reduce(
    (sum, { key, columns }) => sum + columns.filter((_, at) => valueAt(rows, key, at) === null).length,
    0,
  );

/** A table with another added to it, cell by cell; a cell that is blank in one of them is what the other says. */
export function addRows(shape: TableShape, rows: Rows, more: Rows): Rows {
  const added = rowsOf(shape.form, shape.table).map(({ key, columns }): [string, Cell[]] => [
    key,
    columns.map((_, column) => {
      const [one, other] = [valueAt(rows, key, column), valueAt(more, key, column)];
      if (one === null || other === null) return one ?? other;
      return roundHalfUp(one + other, 6);
    }),
  ]);
  return Object.fromEntries(added);
}
