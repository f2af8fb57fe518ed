import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { migrateDatabase, openDatabase, type OpenDatabase } from '@gongping/db';
import type { TestProject } from 'vitest/node';
import { withDatabase, createDatabase, dropDatabase } from './postgres-database.ts';
import { startPostgres } from './postgres.ts';
import { temporaryFolder } from './temporary-folder.ts';

/**
 * Where a test file's own database comes from; made once a run, read through `inject`. The demonstration is a name only: the
 * first test file that asks for it makes it.
 */
export type TestDatabaseSource =
  | { kind: 'embedded'; emptyFile: string; templateFile: string; demonstrationFile: string }
  | { kind: 'postgres'; url: string; template: string; demonstration: string };

declare module 'vitest' {
  interface ProvidedContext {
    testDatabase: TestDatabaseSource;
  }
}

/** Prepares a migrated template on the kind of database the project asks for with TEST_DATABASE. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const kind = project.config.env.TEST_DATABASE;
  const { source, teardown } = kind === 'postgres' ? await postgresTemplate() : await embeddedTemplate();
  project.provide('testDatabase', source);
  return teardown;
}

interface Prepared {
  source: TestDatabaseSource;
  teardown: () => Promise<void>;
}

async function embeddedTemplate(): Promise<Prepared> {
  const folder = temporaryFolder('template');
  const emptyFile = join(folder, 'empty.tar');
  const templateFile = join(folder, 'template.tar');
  const database = await openDatabase({ url: null, dataDir: null });
  try {
    await dropTemplates(database);
    await writeFile(emptyFile, await database.dumpTemplate());
    await migrateDatabase(database);
    await writeFile(templateFile, await database.dumpTemplate());
  } finally {
    await database.close();
  }
  return {
    source: {
      kind: 'embedded',
      emptyFile,
      templateFile,
      demonstrationFile: join(folder, 'demonstration.tar'),
    },
    teardown: () => rm(folder, { recursive: true, force: true }),
  };
}

/** PostgreSQL's own templates are half the files of a database that is opened a hundred times; nothing asks for them here. */
async function dropTemplates({ pool }: OpenDatabase): Promise<void> {
  await pool.query('UPDATE pg_database SET datistemplate = false WHERE datistemplate');
  for (const name of ['template0', 'template1']) await pool.query(`DROP DATABASE ${name}`);
}

async function postgresTemplate(): Promise<Prepared> {
  const server = await startPostgres();
  const template = await createDatabase(server.url);
  const demonstration = `${template}_demonstration`;
  const database = await openDatabase({ url: withDatabase(server.url, template), dataDir: null });
  await migrateDatabase(database).finally(() => database.close());
  return {
    source: { kind: 'postgres', url: server.url, template, demonstration },
    async teardown() {
      await dropDatabase(server.url, demonstration);
      await dropDatabase(server.url, template);
      await server.stop();
    },
  };
}
