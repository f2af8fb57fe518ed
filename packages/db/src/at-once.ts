import { PgTransaction } from 'drizzle-orm/pg-core';
import type { Database } from './open.ts';

type Answers<T extends readonly (() => Promise<unknown>)[]> = {
  -readonly [K in keyof T]: Awaited<ReturnType<T[K]>>;
};

/**
 * Runs queries that do not need each other's answers: all at once, so that a server with several processors works on
 * them together; one after the other inside a transaction, which has a single connection.
 */
export async function atOnce<const T extends readonly (() => Promise<unknown>)[]>(
  db: Database,
  queries: T,
): Promise<Answers<T>> {
  if (!(db instanceof PgTransaction))
    return (await Promise.all(queries.map((query) => query()))) as Answers<T>;
  const answers: unknown[] = [];
  for (const query of queries) answers.push(await query());
  return answers as Answers<T>;
}
