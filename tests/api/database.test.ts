import { pendingMigrations, type OpenDatabase } from '@gongping/db';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, onPostgres } from '../support/database.ts';

let database: OpenDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(() => database.close());

test('a test file gets a migrated database of the kind the run is about', async () => {
  expect(database.kind).toBe(onPostgres() ? 'postgres' : 'embedded');
  expect(await pendingMigrations(database.db)).toBe(0);
});

test('a transaction that throws leaves nothing behind', async () => {
  await database.db.execute(sql`CREATE TABLE ledger (entry text PRIMARY KEY)`);
  const failing = database.db.transaction(async (tx) => {
    await tx.execute(sql`INSERT INTO ledger VALUES ('written')`);
    throw new Error('changed my mind');
  });
  await expect(failing).rejects.toThrow('changed my mind');
  expect((await database.db.execute(sql`SELECT * FROM ledger`)).rows).toEqual([]);
});

test('a unique violation carries code 23505 in its cause', async () => {
  await database.db.execute(sql`CREATE TABLE receipts (number text PRIMARY KEY)`);
  await database.db.execute(sql`INSERT INTO receipts VALUES ('A1')`);
  await expect(database.db.execute(sql`INSERT INTO receipts VALUES ('A1')`)).rejects.toMatchObject({
    cause: { code: '23505' },
  });
});
