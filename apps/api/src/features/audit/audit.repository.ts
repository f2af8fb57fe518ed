import { type Database, schema } from '@gongping/db';
import { and, desc, eq, gt, inArray, lt, sql } from 'drizzle-orm';

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
  page: { before: number | null; limit: number },
): Promise<AuditRow[]> {
  const older = page.before === null ? undefined : lt(auditEntries.sequence, page.before);
  return db
    .select()
    .from(auditEntries)
    .where(and(eq(auditEntries.scope, scope), older))
    .orderBy(desc(auditEntries.sequence))
    .limit(page.limit);
}

/** Oldest first, entries after `after`: a stretch of the chain to check. */
export function listStretch(
  db: Database,
  scope: string,
  stretch: { after: number; limit: number },
): Promise<AuditRow[]> {
  return db
    .select()
    .from(auditEntries)
    .where(and(eq(auditEntries.scope, scope), gt(auditEntries.sequence, stretch.after)))
    .orderBy(auditEntries.sequence)
    .limit(stretch.limit);
}

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
