import type { FormName, LocalText, TableName } from './report.ts';

/**
 * What a column counts: things; the change of their number since last year, which may be negative; money, which may have
 * decimals.
 */
export type Measure = 'count' | 'change' | 'amount';

export interface FormColumn {
  /** As printed. */
  readonly label: LocalText;
  readonly measure: Measure;
}

export interface FormRow {
  /** The same in files, in the database and in findings. */
  readonly key: string;
  /** As printed, with its number. */
  readonly label: LocalText;
  /** What is printed beside several rows; null where a row stands alone. */
  readonly group: LocalText | null;
  readonly columns: readonly FormColumn[];
}

export interface FormTable {
  readonly name: TableName;
  readonly title: LocalText;
  readonly rows: readonly FormRow[];
}

/** A statutory form: three tables. */
export interface Form {
  readonly name: FormName;
  /** The document that prescribes it. */
  readonly basis: string;
  readonly tables: Readonly<Record<TableName, FormTable>>;
}

export const count = (zh: string, en: string): FormColumn => ({ label: { zh, en }, measure: 'count' });
