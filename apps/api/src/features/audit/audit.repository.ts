import { type Database, schema } from '@gongping/db';
import { and, desc, eq, gt, gte, ilike, inArray, lt, max, sql, type SQL } from 'drizzle-orm';
import { type AuditFilter, endOfDay, startOfDay } from './audit-filter.ts';

const { auditEntries } = schema;

export type AuditRow = typeof auditEntries.$inferSelect;

/** Holds the scope's chain until the transaction ends, so that two entries never follow the same one. */
export async function lockChain(db: Database, scope: string): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${'audit:' + scope}, 0))`);
}

export async function lastEntry(db: Database, scope: string): Promise<AuditRow | undefined> {
  const [row] = await db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.scope, scope))
    .orderBy(desc(auditEntries.sequence))
    .limit(1);
  return row;
}

export async function insertEntries(db: Database, rows: AuditRow[]): Promise<void> {
  await db.insert(auditEntries).values(rows);
}

/** Newest first, entries before `before`. */
export function listEntries(
  db: Database,
  scope: string,
  page: { before: number | null; limit: number; filter: AuditFilter },
): Promise<AuditRow[]> {
  const older = page.before === null ? undefined : lt(auditEntries.sequence, page.before);
  return db
    .select()
    .from(auditEntries)
    .where(and(eq(auditEntries.scope, scope), older, matching(page.filter)))
    .orderBy(desc(auditEntries.sequence))
    .limit(page.limit);
}

/** Oldest first, entries after `after`: a stretch of the chain to check or to hand out. */
export function listStretch(
  db: Database,
  scope: string,
  stretch: { after: number; limit: number; filter?: AuditFilter },
): Promise<AuditRow[]> {
  return db
    .select()
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.scope, scope),
        gt(auditEntries.sequence, stretch.after),
        matching(stretch.filter ?? {}),
      ),
    )
    .orderBy(auditEntries.sequence)
    .limit(stretch.limit);
}

/** Every action that a log tells of, in the order of the alphabet. */
export async function listActionNames(db: Database, scope: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ action: auditEntries.action })
    .from(auditEntries)
    .where(eq(auditEntries.scope, scope))
    .orderBy(auditEntries.action);
  return rows.map(({ action }) => action);
}

/** Every log there is: its scope, and what its last entry is numbered. */
export function listScopes(db: Database): Promise<{ scope: string; last: number | null }[]> {
  return db
    .select({ scope: auditEntries.scope, last: max(auditEntries.sequence) })
    .from(auditEntries)
    .groupBy(auditEntries.scope)
    .orderBy(auditEntries.scope);
}

function matching({ by, action, subject, from, to }: AuditFilter): SQL | undefined {
  return and(
    by ? ilike(auditEntries.actorName, containing(by)) : undefined,
    action ? eq(auditEntries.action, action) : undefined,
    subject ? ilike(auditEntries.subject, containing(subject)) : undefined,
    from ? gte(auditEntries.at, startOfDay(from)) : undefined,
    to ? lt(auditEntries.at, endOfDay(to)) : undefined,
  );
}

/** A pattern for texts with these words somewhere in them; what LIKE would take for a sign is meant as it is. */
const containing = (words: string): string => `%${words.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;

/** Oldest first: the life of subjects, for example `score C04/A1-2`. */
export function listSubjects(db: Database, scope: string, subjects: string[]): Promise<AuditRow[]> {
  return db
    .select()
    .from(auditEntries)
    .where(and(eq(auditEntries.scope, scope), inArray(auditEntries.subject, subjects)))
    .orderBy(auditEntries.sequence);
}

/** Oldest first: every entry of some actions. */
export function listActions(db: Database, scope: string, actions: readonly string[]): Promise<AuditRow[]> {
  return db
    .select()
    .from(auditEntries)
    .where(and(eq(auditEntries.scope, scope), inArray(auditEntries.action, [...actions])))
    .orderBy(auditEntries.sequence);
}
