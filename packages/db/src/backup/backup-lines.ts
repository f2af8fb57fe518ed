import { createHash, type Hash } from 'node:crypto';

/** The first line of a backup. */
export interface BackupHeader {
  readonly format: 'gongping-backup';
  readonly version: 1;
  /** Hashes of the migrations that the tables had. */
  readonly migrations: readonly string[];
}

/** Stands after the rows of a table, and says what they were. */
export interface TableEnd {
  readonly table: string;
  readonly rows: number;
  /** SHA-256 of its rows, each followed by a line break. */
  readonly sha256: string;
}

/** The last line: without it the file was cut off. */
export interface BackupEnd {
  readonly tables: number;
}

/** Told how far it is: rows of a table so far. */
export type BackupProgress = (table: string, rows: number) => void;

/** Counts and hashes the rows of a table as they pass. */
export class TableDigest {
  readonly #hash: Hash = createHash('sha256');
  #rows = 0;

  get rows(): number {
    return this.#rows;
  }

  add(row: string): void {
    this.#hash.update(row).update('\n');
    this.#rows += 1;
  }

  end(table: string): TableEnd {
    return { table, rows: this.#rows, sha256: this.#hash.digest('hex') };
  }
}
