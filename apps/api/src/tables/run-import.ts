import type { Database } from '@gongping/db';
import type { LocalText } from '@gongping/scoring';
import { TablesError } from '@gongping/tables';

/** How the log names what was done from the command line. */
export const IMPORT_REASON = 'gongping import';

export interface ImportOptions {
  readonly now: Date;
  /** Do everything, then leave the database as it was. */
  readonly dryRun: boolean;
}

/** Rows of the file by what became of them. */
export interface ImportCounts {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  /** What was written all the same and is worth a look. */
  readonly notices?: readonly ImportNotice[];
}

export interface ImportNotice {
  /** Of the table, counted as its program counts them. */
  readonly row: number;
  readonly sentence: LocalText;
}

class RolledBack<T> extends Error {
  readonly result: T;
  constructor(result: T) {
    super('rolled back');
    this.result = result;
  }
}

/** Runs an import as one transaction: all of it or nothing; a dry run is rolled back at its end. */
export async function runImport<T>(
  db: Database,
  { dryRun }: Pick<ImportOptions, 'dryRun'>,
  run: (tx: Database) => Promise<T>,
): Promise<T> {
  try {
    return await db.transaction(async (tx) => {
      const result = await run(tx);
      if (dryRun) throw new RolledBack(result);
      return result;
    });
  } catch (error) {
    if (error instanceof RolledBack) return error.result as T;
    throw error;
  }
}

/** The refusal of the file, or of what was asked, as a whole. */
export function refusal(sentence: LocalText): TablesError {
  return new TablesError([{ sheet: null, row: null, column: null, sentence }]);
}

/** So that no statement has more parameters than a database takes. */
export async function inBatches<T>(rows: readonly T[], write: (batch: T[]) => Promise<void>): Promise<void> {
  const size = 1000;
  for (let at = 0; at < rows.length; at += size) await write(rows.slice(at, at + size));
}
