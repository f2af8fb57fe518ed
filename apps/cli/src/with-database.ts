import type { Configuration } from '@gongping/api';
import type { OpenDatabase } from '@gongping/db';
import { InputError } from './exit-code.ts';

interface Opened {
  readonly database: OpenDatabase;
  readonly configuration: Configuration;
}

/** Runs something on the database that the server uses, brought up to this version. @throws as `withOpenDatabase` */
export function withDatabase<T>(run: (opened: Opened) => Promise<T>, otherWay?: string): Promise<T> {
  return withOpenDatabase(async (opened) => {
    const { migrateDatabase } = await import('@gongping/db');
    await migrateDatabase(opened.database);
    return run(opened);
  }, otherWay);
}

/**
 * Runs something on the database that the server uses, as it is, and closes it.
 *
 * @param otherWay how the running site does it, for when the site has the database
 * @throws InputError where the settings cannot be used, another program has the database, or it cannot be reached
 */
export async function withOpenDatabase<T>(run: (opened: Opened) => Promise<T>, otherWay = ''): Promise<T> {
  // Only here: what needs no database has neither the time nor the memory for the whole product to load.
  const { ConfigurationError, readConfiguration } = await import('@gongping/api');
  const { BackupError, DataDirLockedError, openDatabase } = await import('@gongping/db');
  try {
    const configuration = readConfiguration(process.env);
    const { databaseUrl: url, dataDir } = configuration;
    const database = await openDatabase({ url, dataDir });
    try {
      return await run({ database, configuration });
    } finally {
      await database.close();
    }
  } catch (error) {
    if (error instanceof DataDirLockedError) throw new InputError(`${error.message}\n${otherWay}`.trim());
    if (error instanceof BackupError) throw new InputError(error.message, { cause: error });
    if (error instanceof ConfigurationError) throw new InputError(error.message);
    if (isUnreachable(error)) throw new InputError(unreachable(error), { cause: error });
    throw error;
  }
}

/** Errors of the network, and of a server that does not let us in or does not have the database. */
function isUnreachable(error: unknown): error is Error {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^(ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|28\w{3}$|3D000$)/.test(code);
}

function unreachable({ message }: Error): string {
  const cause = message === '' ? '' : ` ${message}`;
  return `无法连接 DATABASE_URL 指定的数据库。The database at DATABASE_URL cannot be reached.${cause}`;
}
