import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { openDatabase, type OpenDatabase } from '@gongping/db';
import { inject } from 'vitest';
import { copyPostgresDemonstration, keepEmbeddedDemonstration } from './demonstration-template.ts';
import { holdEngine } from './embedded-engine.ts';
import { createDatabase, dropDatabase, withDatabase } from './postgres-database.ts';

/**
 * A fresh, migrated, empty database of the kind this run is about (embedded or PostgreSQL). One for a test file,
 * in `beforeAll`; `close` it in `afterAll`.
 */
export async function createTestDatabase(): Promise<OpenDatabase> {
  const source = inject('testDatabase');
  if (source.kind === 'postgres')
    return openOwn(source.url, await createDatabase(source.url, source.template));
  return openInMemory(await embeddedContents('tables'));
}

/** The same with the demonstration in it, as the product loads it on its first start. */
export async function createDemonstrationDatabase(): Promise<OpenDatabase> {
  const source = inject('testDatabase');
  if (source.kind === 'embedded') return openInMemory(await embeddedContents('demonstration'));
  const open = (name: string) => openDatabase({ url: withDatabase(source.url, name), dataDir: null });
  return openOwn(source.url, await copyPostgresDemonstration(source, open));
}

/** The same without a table in it: what a product meets on its first start. */
export async function createEmptyDatabase(): Promise<OpenDatabase> {
  const source = inject('testDatabase');
  if (source.kind === 'postgres') return openOwn(source.url, await createDatabase(source.url));
  return openInMemory(await embeddedContents('nothing'));
}

/** What an embedded database is to begin with. */
export async function embeddedContents(
  what: 'nothing' | 'tables' | 'demonstration',
): Promise<Uint8Array<ArrayBuffer>> {
  const source = inject('testDatabase');
  if (source.kind !== 'embedded') throw new Error('This run has no embedded database.');
  await holdEngine();
  const { emptyFile, templateFile, demonstrationFile } = source;
  if (what === 'nothing') return new Uint8Array(await readFile(emptyFile));
  if (what === 'tables') return new Uint8Array(await readFile(templateFile));
  if (!existsSync(demonstrationFile)) {
    const database = await createTestDatabase();
    await keepEmbeddedDemonstration(database, demonstrationFile).finally(() => database.close());
  }
  return new Uint8Array(await readFile(demonstrationFile));
}

const openInMemory = (template: Uint8Array<ArrayBuffer>) =>
  openDatabase({ url: null, dataDir: null, template });

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
