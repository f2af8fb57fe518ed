import { migrateDatabase, pendingMigrations, type OpenDatabase } from '@gongping/db';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createEmptyDatabase } from '../support/database.ts';

let database: OpenDatabase;

beforeAll(async () => {
  database = await createEmptyDatabase();
});

afterAll(() => database.close());

test('instances that start together apply every migration once', async () => {
  const pending = await pendingMigrations(database.db);
  expect(pending).toBeGreaterThan(0);
  await Promise.all([1, 2, 3].map(() => migrateDatabase(database)));
  expect(await pendingMigrations(database.db)).toBe(0);
  const { rows } = await database.db.execute(sql`SELECT hash FROM drizzle.__drizzle_migrations`);
  expect(rows).toHaveLength(pending);
});
