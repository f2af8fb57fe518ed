import { prepareContents } from '@gongping/api';
import type { OpenDatabase } from '@gongping/db';
import { rename, writeFile } from 'node:fs/promises';
import { DatabaseError } from 'pg';
import type { TestDatabaseSource } from './global-setup.ts';
import { createDatabase, dropDatabase, renameDatabase } from './postgres-database.ts';

/*
 * The demonstration is loaded once a run, by the first test file that asks for it; the others begin with copies. Two that
 * ask at once both load it, and one of the two is kept: nobody waits for another process.
 */

/** Loads the demonstration into a fresh embedded database and keeps its contents as a file. */
export async function keepEmbeddedDemonstration(database: OpenDatabase, file: string): Promise<void> {
  await load(database);
  const unfinished = `${file}.${process.pid}`;
  await writeFile(unfinished, await database.dumpTemplate());
  await rename(unfinished, file);
}

/**
 * A copy of the database with the demonstration, which is made where the server has none.
 *
 * @param open opens a database of the server by its name
 * @returns the copy's name
 */
export async function copyPostgresDemonstration(
  { url, template, demonstration }: Extract<TestDatabaseSource, { kind: 'postgres' }>,
  open: (name: string) => Promise<OpenDatabase>,
): Promise<string> {
  try {
    return await createDatabase(url, demonstration);
  } catch (error) {
    if (!hasCode(error, '3D000')) throw error;
  }
  const made = await createDatabase(url, template);
  const database = await open(made);
  await load(database).finally(() => database.close());
  try {
    await renameDatabase(url, { from: made, to: demonstration });
  } catch (error) {
    await dropDatabase(url, made);
    if (!hasCode(error, '42P04')) throw error;
  }
  return createDatabase(url, demonstration);
}

async function load(database: OpenDatabase): Promise<void> {
  await prepareContents(database, { now: new Date(), demonstration: true });
}

/** There is no such database (3D000), or there is one already (42P04). */
function hasCode(error: unknown, code: '3D000' | '42P04'): boolean {
  return error instanceof DatabaseError && error.code === code;
}
