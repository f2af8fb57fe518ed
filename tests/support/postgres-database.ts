import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** The same server's address with another database. */
export function withDatabase(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}

/** Creates a database of a fresh name, as a copy of `template` when given, and answers the name. */
export async function createDatabase(url: string, template?: string): Promise<string> {
  const name = `gongping_test_${randomBytes(6).toString('hex')}`;
  await execute(url, `CREATE DATABASE ${name}${template ? ` TEMPLATE ${template}` : ''}`);
  return name;
}

/** Removes a database together with whoever is still connected to it. */
export async function dropDatabase(url: string, name: string): Promise<void> {
  await execute(url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
}

async function execute(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Nobody may be connected to it. @throws DatabaseError where there is one of the new name */
export async function renameDatabase(url: string, { from, to }: { from: string; to: string }): Promise<void> {
  await execute(url, `ALTER DATABASE ${from} RENAME TO ${to}`);
}
