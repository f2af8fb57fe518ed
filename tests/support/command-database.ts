import { migrateDatabase, openDatabase, type OpenDatabase } from '@gongping/db';
import { join } from 'node:path';
import { createDemonstrationDatabase, createTestDatabase, embeddedContents, onPostgres } from './database.ts';

/** A database that commands open by themselves: PostgreSQL by its address, the embedded one by its folder. */
export interface CommandDatabase {
  /** For the command. */
  env(): Record<string, string>;
  /** Looks into it, or prepares it; no command may run meanwhile. */
  inspect<T>(look: (opened: OpenDatabase) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/**
 * @param folder of the test file; an embedded database is in it
 * @param contents what it begins with; `nothing` is a folder without a database, and on PostgreSQL empty tables
 */
export async function commandDatabase(
  folder: string,
  contents: 'nothing' | 'tables' | 'demonstration' = 'nothing',
): Promise<CommandDatabase> {
  if (onPostgres()) {
    const database = await (contents === 'demonstration'
      ? createDemonstrationDatabase()
      : createTestDatabase());
    const { connectionString = '' } = database.pool.options;
    return {
      env: () => ({ DATABASE_URL: connectionString }),
      inspect: (look) => look(database),
      close: () => database.close(),
    };
  }
  const dataDir = join(folder, 'data');
  if (contents !== 'nothing') {
    const template = await embeddedContents(contents);
    await (await openDatabase({ url: null, dataDir, template })).close();
  }
  return {
    env: () => ({ DATA_DIR: dataDir }),
    async inspect(look) {
      const opened = await openDatabase({ url: null, dataDir });
      try {
        await migrateDatabase(opened);
        return await look(opened);
      } finally {
        await opened.close();
      }
    },
    close: () => Promise.resolve(),
  };
}

/**
 * Where a test of the command line is run that would say the same on either database. Each command opens the database
 * anew: three seconds for the embedded one.
 */
export const whereCommandsAreQuick = onPostgres;
