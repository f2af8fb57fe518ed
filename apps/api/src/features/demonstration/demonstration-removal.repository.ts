import { type Database, schema } from '@gongping/db';
import { and, eq, inArray, isNotNull, notExists, sql } from 'drizzle-orm';

const {
  assessments,
  assignments,
  auditEntries,
  checkAcceptances,
  evidence,
  files,
  mysteryRequests,
  oneTimeLinks,
  publications,
} = schema;
const { roleGrants, samples, scores, sessions, users } = schema;

/**
 * Deletes assessments with everything below them. The log and the publications go first: their triggers let rows of
 * a demonstration go only while its assessment is there.
 */
export async function deleteAssessments(db: Database, ids: string[]): Promise<void> {
  await db.delete(auditEntries).where(inArray(auditEntries.scope, ids));
  await db.delete(publications).where(inArray(publications.assessmentId, ids));
  const held = await db
    .selectDistinct({ sha256: evidence.fileSha256 })
    .from(evidence)
    .where(and(inArray(evidence.assessmentId, ids), isNotNull(evidence.fileSha256)));
  await db.delete(assessments).where(inArray(assessments.id, ids));
  // The same file may be evidence in an assessment that stays.
  const wanted = db.select().from(evidence).where(eq(evidence.fileSha256, files.sha256));
  const digests = held.flatMap(({ sha256 }) => (sha256 === null ? [] : [sha256]));
  await db.delete(files).where(and(inArray(files.sha256, digests), notExists(wanted)));
}

/** Deletes accounts; those that have left traces in assessments that stay are emptied and closed instead. */
export async function deleteAccounts(db: Database, usernames: readonly string[], now: Date): Promise<number> {
  const found = await db
    .select({ id: users.id })
    .from(users)
    .where(inArray(users.username, [...usernames]));
  const ids = found.map(({ id }) => id);
  const traces = [
    db
      .select({ one: sql`1` })
      .from(scores)
      .where(eq(scores.updatedBy, users.id)),
    db
      .select({ one: sql`1` })
      .from(evidence)
      .where(eq(evidence.addedBy, users.id)),
    db
      .select({ one: sql`1` })
      .from(assignments)
      .where(eq(assignments.evaluatorId, users.id)),
    db
      .select({ one: sql`1` })
      .from(publications)
      .where(eq(publications.publishedBy, users.id)),
    db
      .select({ one: sql`1` })
      .from(checkAcceptances)
      .where(eq(checkAcceptances.acceptedBy, users.id)),
    db
      .select({ one: sql`1` })
      .from(samples)
      .where(eq(samples.drawnBy, users.id)),
    db
      .select({ one: sql`1` })
      .from(mysteryRequests)
      .where(eq(mysteryRequests.updatedBy, users.id)),
  ];
  const untraced = and(...traces.map((trace) => notExists(trace)));
  await db.delete(users).where(and(inArray(users.id, ids), untraced));
  for (const table of [sessions, roleGrants, oneTimeLinks]) {
    await db.delete(table).where(inArray(table.userId, ids));
  }
  await db
    .update(users)
    .set({ passwordHash: null, email: null, disabledAt: now })
    .where(inArray(users.id, ids));
  return ids.length;
}
