import { csvText } from '@gongping/bundle';
import type { LocalText } from '@gongping/scoring';

export type ColumnType = 'string' | 'number' | 'integer' | 'boolean';

/** What a column of a published table holds. */
export interface ColumnMeaning {
  readonly type: ColumnType;
  /** Null of texts, and of numbers without a unit. */
  readonly unit: LocalText | null;
  readonly meaning: LocalText;
}

/** A table of a package as it is written and as it is checked: cells are texts, in the order of the columns. */
export interface PublishedTable {
  readonly file: string;
  readonly columns: readonly string[];
  /** Columns that tell one row from the others. */
  readonly key: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** How a table is made of its rows, column by column. */
export type ColumnsOf<Row> = Readonly<Record<string, (row: Row) => string>>;

export const tableOf = <Row>(
  about: { readonly file: string; readonly key: readonly string[] },
  columns: ColumnsOf<Row>,
  rows: readonly Row[],
): PublishedTable => {
  const cells = Object.values(columns);
  return { ...about, columns: Object.keys(columns), rows: rows.map((row) => cells.map((cell) => cell(row))) };
};

export const tableBytes = ({ columns, rows }: PublishedTable): Uint8Array =>
  new TextEncoder().encode(csvText(columns, rows));
