import { readFile } from 'node:fs/promises';
import { openDatabase, type OpenDatabase } from '@gongping/db';
import { inject } from 'vitest';
import { createDatabase, dropDatabase, withDatabase } from './postgres-database.ts';

/**
 * A fresh, migrated, empty database of the kind this run is about (embedded or PostgreSQL). One for a test file,
 * in `beforeAll`; `close` it in `afterAll`.
 */
export async function createTestDatabase(): Promise<OpenDatabase> {
  const source = inject('testDatabase');
  if (source.kind === 'embedded') {
    const template = new Uint8Array(await readFile(source.templateFile));
    return openDatabase({ url: null, dataDir: null, template });
  }
  return openOwn(source.url, await createDatabase(source.url, source.template));
}

/** The same without a table in it: what a product meets on its first start. */
export async function createEmptyDatabase(): Promise<OpenDatabase> {
  const source = inject('testDatabase');
  if (source.kind === 'embedded') return openDatabase({ url: null, dataDir: null });
  return openOwn(source.url, await createDatabase(source.url));
}

async function openOwn(server: string, name: string): Promise<OpenDatabase> {
  const database = await openDatabase({
    url: withDatabase(server, name),
    dataDir: null,
    // Two test files at a time share one server.
    poolSize: 5,
  });
  return {
    ...database,
    async close() {
      await database.close();
      await dropDatabase(server, name);
    },
  };
}

/** True where the run is on a real PostgreSQL: locks and parallel transactions can be tested only there. */
export function onPostgres(): boolean {
  return inject('testDatabase').kind === 'postgres';
}
