/** A row as it stands in a file. */
export interface GridRow {
  /** As a spreadsheet counts; in CSV the line on which the record begins. */
  readonly row: number;
  /** By position; those beyond the last are empty. */
  readonly cells: readonly string[];
}

/** A sheet or a CSV file before anybody asks what it means: rows without any text are left out. */
export interface Grid {
  /** Name of the sheet or file. */
  readonly sheet: string;
  readonly rows: readonly GridRow[];
  /** Where a person finds a column; null where nothing but a header could tell and there is none. */
  place(position: number, header: string): string | null;
}
