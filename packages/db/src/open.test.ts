import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase, type OpenDatabase } from './open.ts';

let database: OpenDatabase;

beforeAll(async () => {
  database = await openDatabase({ url: null, dataDir: null });
  await database.pool.query(
    'CREATE TABLE sample (id serial PRIMARY KEY, key text UNIQUE, bytes bytea, mark numeric(8,4), shape jsonb)',
  );
}, 60_000);

afterAll(() => database.close());

const keys = async (prefix: string): Promise<string[]> => {
  const { rows } = await database.db.execute<{ key: string }>(
    sql`SELECT key FROM sample WHERE starts_with(key, ${prefix}) ORDER BY key`,
  );
  return rows.map((row) => row.key);
};

const add = (key: string) => sql`INSERT INTO sample (key) VALUES (${key})`;

describe('values', () => {
  test('a megabyte of bytes comes back as it went', async () => {
    const bytes = Buffer.from(Array.from({ length: 1 << 20 }, (_, index) => (index * 7919) & 255));
    await database.pool.query('INSERT INTO sample (key, bytes) VALUES ($1, $2)', ['bytes', bytes]);
    const { rows } = await database.pool.query<{ bytes: Buffer }>(
      "SELECT bytes FROM sample WHERE key = 'bytes'",
    );
    expect(rows[0]?.bytes.equals(bytes)).toBe(true);
  });

  test('marks keep their decimals and Chinese its characters', async () => {
    const { rows } = await database.pool.query(
      "INSERT INTO sample (key, mark, shape) VALUES ('政务公开', 89.995, $1) RETURNING key, mark, shape",
      [JSON.stringify({ 得分: [1, null] })],
    );
    expect(rows).toEqual([{ key: '政务公开', mark: '89.9950', shape: { 得分: [1, null] } }]);
  });

  test('fifty thousand rows arrive whole', async () => {
    const { rows } = await database.pool.query("SELECT n, repeat('字', 40) FROM generate_series(1, 50000) n");
    expect(rows).toHaveLength(50_000);
    expect(rows.at(-1)).toMatchObject({ n: 50_000 });
  });
});

describe('transactions', () => {
  test('what is thrown in one takes everything back', async () => {
    const failing = database.db.transaction(async (tx) => {
      await tx.execute(add('rollback'));
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await keys('rollback')).toEqual([]);
  });

  test('a failed savepoint leaves the transaction around it usable', async () => {
    await database.db.transaction(async (tx) => {
      await tx.execute(add('outer-1'));
      await expect(tx.transaction((inner) => inner.execute(add('outer-1')))).rejects.toMatchObject({
        cause: { code: '23505' },
      });
      await tx.execute(add('outer-2'));
    });
    expect(await keys('outer')).toEqual(['outer-1', 'outer-2']);
  });

  test('many at once run one after the other', async () => {
    await database.pool.query("INSERT INTO sample (key, mark) VALUES ('count', 0)");
    const step = () =>
      database.db.transaction(async (tx) => {
        const { rows } = await tx.execute<{ mark: string }>(sql`SELECT mark FROM sample WHERE key = 'count'`);
        await tx.execute(sql`UPDATE sample SET mark = ${Number(rows[0]?.mark) + 1} WHERE key = 'count'`);
      });
    await Promise.all(Array.from({ length: 40 }, step));
    expect((await database.pool.query("SELECT mark FROM sample WHERE key = 'count'")).rows).toEqual([
      { mark: '40.0000' },
    ]);
  });
});

describe('after trouble', () => {
  test('errors between good statements harm only themselves', async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 40 }, (_, index) =>
        database.pool.query<{ n: number }>('SELECT $1::int AS n', [index % 2 ? index : 'no number']),
      ),
    );
    expect(
      outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value.rows[0]?.n : null)),
    ).toEqual(Array.from({ length: 40 }, (_, index) => (index % 2 ? index : null)));
  });

  test('a connection that breaks in a transaction leaves nothing behind, and the next one works', async () => {
    for (let round = 0; round < 20; round += 1) {
      const client = await database.pool.connect();
      await client.query('BEGIN');
      await client.query("INSERT INTO sample (key) VALUES ('broken')");
      const { stream } = (client as unknown as { connection: { stream: { destroy(): void } } }).connection;
      stream.destroy();
      client.release(true);
    }
    expect(await keys('broken')).toEqual([]);
  });

  test('a prepared statement of a closed connection is not in the way of the next', async () => {
    const statement = { name: 'double', text: 'SELECT $1::int * 2 AS n' };
    for (const n of [1, 2]) {
      const client = await database.pool.connect();
      expect((await client.query({ ...statement, values: [n] })).rows).toEqual([{ n: n * 2 }]);
      client.release(true);
    }
  });
});

describe('a database opened from a template', () => {
  let copy: OpenDatabase;

  beforeAll(async () => {
    await database.db.execute(add('template-1'));
    const template = await database.dumpTemplate();
    copy = await openDatabase({ url: null, dataDir: null, template, connectionTimeoutMs: 300 });
  }, 60_000);

  afterAll(() => copy.close());

  test('has its rows and a life of its own', async () => {
    await copy.db.execute(add('template-2'));
    const { rowCount } = await copy.pool.query("SELECT FROM sample WHERE starts_with(key, 'template')");
    expect(rowCount).toBe(2);
    expect(await keys('template')).toEqual(['template-1']);
  });

  test('using the database inside its own transaction is an error, not a standstill', async () => {
    const nested = copy.db.transaction(async (tx) => {
      await tx.execute(add('nested-1'));
      await copy.db.execute(add('nested-2'));
    });
    await expect(nested).rejects.toMatchObject({
      cause: { message: expect.stringContaining('timeout') as string },
    });
    expect((await copy.pool.query("SELECT FROM sample WHERE starts_with(key, 'nested')")).rowCount).toBe(0);
  });
});
