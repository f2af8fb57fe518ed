import { schema } from '@gongping/db';
import { eq } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { useBench, type Person } from '../support/app.ts';
import { createRound, type Round } from '../support/round.ts';

const bench = useBench();
let round: Round;
let organiser: Person;

beforeAll(async () => {
  round = await createRound(bench, { units: ['C01'], phase: 'plan' });
  organiser = await bench.person([{ role: 'organiser' }]);
});

/** A foreign key to the accounts, and what becomes of its row when the account is deleted. */
interface Reference {
  readonly table: string;
  readonly column: string;
  /** `c`: goes along, `n`: is emptied; anything else keeps the account. */
  readonly onDelete: string;
}

/** As the database has them, whatever the code thinks. */
async function listReferences(): Promise<Reference[]> {
  const { rows } = await bench.database.pool.query<Reference>(
    `SELECT c.relname AS table, a.attname AS column, k.confdeltype::text AS "onDelete"
       FROM pg_constraint k
       JOIN pg_class c ON c.oid = k.conrelid
       JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
      WHERE k.contype = 'f' AND k.confrelid = 'users'::regclass
      ORDER BY 1, 2`,
  );
  return rows;
}

/** An account of the demonstration, and an assessment of it to be removed. */
async function demonstrate(): Promise<string> {
  const { db } = bench.database;
  const [template] = await db
    .select()
    .from(schema.assessments)
    .where(eq(schema.assessments.id, round.assessmentId));
  if (!template) throw new Error('The round is not there.');
  const id = randomUUID();
  await db
    .insert(schema.assessments)
    .values({ ...template, id, slug: `demo-${id.slice(0, 8)}`, demonstration: true });
  const createdAt = bench.clock.now;
  await db
    .insert(schema.users)
    .values({ id, username: 'demo-evaluator1', displayName: '甲', passwordHash: 'x', createdAt });
  return id;
}

const samples: Readonly<Record<string, unknown>> = {
  text: 'x',
  integer: 1,
  numeric: '1',
  boolean: false,
  jsonb: {},
  'timestamp with time zone': '2020-10-12T02:00:00Z',
};

/** Puts a row into any table, with something in every column that wants it and the account in one. */
async function leaveTrace({ table, column }: Reference, userId: string): Promise<void> {
  const { rows: columns } = await bench.database.pool.query<{ name: string; type: string }>(
    `SELECT column_name AS name, data_type AS type FROM information_schema.columns
      WHERE table_schema = 'public' AND table_name = $1 AND is_nullable = 'NO'`,
    [table],
  );
  const row = Object.fromEntries(
    columns.map(({ name, type }) => [name, type === 'uuid' ? randomUUID() : samples[type]]),
  );
  const client = await bench.database.pool.connect();
  try {
    // What the row would refer to beside the account does not matter here.
    await client.query('SET session_replication_role = replica');
    await client.query(
      `INSERT INTO "${table}" SELECT * FROM jsonb_populate_record(NULL::"${table}", $1::jsonb)`,
      [JSON.stringify({ ...row, [column]: userId })],
    );
  } finally {
    await client.query('SET session_replication_role = origin');
    client.release();
  }
}

/** The account after the demonstration was removed; undefined where it is gone. */
async function removed(userId: string) {
  const response = await organiser.call('DELETE', '/demonstration');
  expect(response.status, await response.clone().text()).toBe(200);
  const [user] = await bench.database.db.select().from(schema.users).where(eq(schema.users.id, userId));
  // The next one needs the name.
  const username = `was-${userId}`;
  await bench.database.db.update(schema.users).set({ username }).where(eq(schema.users.id, userId));
  return user;
}

it('an account of the demonstration that any table still names is closed, not deleted', async () => {
  const references = (await listReferences()).filter(({ onDelete }) => !'cn'.includes(onDelete));
  expect(references.length).toBeGreaterThan(15);
  for (const reference of references) {
    const userId = await demonstrate();
    await leaveTrace(reference, userId);
    const user = await removed(userId);
    expect(user, `${reference.table}.${reference.column}`).toMatchObject({ passwordHash: null });
    expect(user?.disabledAt).not.toBeNull();
  }
});

it('what goes with an account, or does without it, keeps none, and goes from a closed account too', async () => {
  const references = await listReferences();
  const trace = references.find(({ table }) => table === 'scores');
  if (!trace) throw new Error('Scores name nobody.');
  for (const reference of references.filter(({ onDelete }) => 'cn'.includes(onDelete))) {
    const name = `${reference.table}.${reference.column}`;
    const gone = await demonstrate();
    await leaveTrace(reference, gone);
    expect(await removed(gone), name).toBeUndefined();
    if (reference.onDelete === 'n') continue;
    const closed = await demonstrate();
    await leaveTrace(reference, closed);
    await leaveTrace(trace, closed);
    expect(await removed(closed), name).toBeDefined();
    const { rows } = await bench.database.pool.query(
      `SELECT 1 FROM "${reference.table}" WHERE "${reference.column}" = $1`,
      [closed],
    );
    expect(rows, name).toEqual([]);
  }
});
