export interface Column {
  /** What a program calls it: the header in CSV. */
  readonly name: string;
  /** What a person calls it, in Chinese: the header in a workbook. */
  readonly label: string;
  /** The column must be there; its cells may still be empty. */
  readonly required?: boolean;
}

/** What a table may look like. */
export interface TableShape {
  /** Stem of the CSV file's name. */
  readonly name: string;
  /** Name of the sheet, in Chinese. */
  readonly label: string;
  readonly columns: readonly Column[];
  /** The whole table may be absent. */
  readonly optional?: boolean;
}

/** Rows to write: a cell for each column of the shape, in its order. */
export interface Table {
  readonly shape: TableShape;
  readonly rows: readonly (readonly string[])[];
}

export interface TableRow {
  /** As a spreadsheet counts, the header being 1; in CSV the line on which the record begins. */
  readonly row: number;
  /** The text under a column, by the column's machine name; empty where the cell or the column is. */
  cell(column: string): string;
}

/** A table as it was read: rows without any text are left out. */
export interface ReadTable {
  readonly shape: TableShape;
  readonly rows: readonly TableRow[];
  /** Name of the sheet or of the CSV file, as the person who made it wrote it. */
  readonly sheet: string;
  /** Whether the file has the column. */
  has(column: string): boolean;
  /** Where a person finds a column: `C（满分）` in a workbook, the header in CSV. */
  place(column: string): string;
}
