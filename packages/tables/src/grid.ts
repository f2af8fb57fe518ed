/** A row as it stands in a file. */
export interface GridRow {
  /** As a spreadsheet counts; in CSV the line on which the record begins. */
  readonly row: number;
  /** By position; those beyond the last are empty. */
  readonly cells: readonly string[];
}

/** Cells shown as one; the text is that of the first. Rows as a spreadsheet counts, columns from 0, ends included. */
export interface MergedCells {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** A sheet or a CSV file before anybody asks what it means: rows without any text are left out. */
export interface Grid {
  /** Name of the sheet or file. */
  readonly sheet: string;
  readonly rows: readonly GridRow[];
  /** Absent where cells cannot be merged, or may not be across rows. */
  readonly merged?: readonly MergedCells[];
  /** Where a person finds a column; null where nothing but a header could tell and there is none. */
  place(position: number, header: string): string | null;
}
