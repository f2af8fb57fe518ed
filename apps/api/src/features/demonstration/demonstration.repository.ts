import { insertRows, type Database, schema } from '@gongping/db';
import { and, eq, inArray, sql } from 'drizzle-orm';

const { assessments, assessmentUnits, assignments, auditEntries, commentReviews, evidence } = schema;
const {
  notApplicableDecisions,
  roleGrants,
  scores,
  surveyResponses,
  unitReports,
  unitReportVersions,
  users,
} = schema;

export type AssessmentRow = typeof assessments.$inferSelect;
export type AssignmentRow = typeof assignments.$inferSelect;
export type DecisionRow = typeof notApplicableDecisions.$inferSelect;
export type EvidenceRow = typeof evidence.$inferSelect;
export type GrantRow = typeof roleGrants.$inferSelect;
export type CommentReviewRow = typeof commentReviews.$inferInsert;
export type ReportDraftRow = typeof unitReports.$inferInsert;
export type ReportVersionRow = typeof unitReportVersions.$inferInsert;
export type ResponseRow = typeof surveyResponses.$inferInsert;
export type ScoreRow = typeof scores.$inferSelect;
export type UserRow = typeof users.$inferSelect;

/** So that two instances do not load or remove at once. Held to the transaction's end. */
export async function lockDemonstration(db: Database): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended('demonstration', 0))`);
}

export async function listDemonstrationIds(db: Database): Promise<string[]> {
  const rows = await db
    .select({ id: assessments.id })
    .from(assessments)
    .where(eq(assessments.demonstration, true));
  return rows.map((row) => row.id);
}

/** Accounts of these names that can sign in. */
export function listUsableAccounts(db: Database, usernames: readonly string[]) {
  return db
    .select({ username: users.username })
    .from(users)
    .where(
      and(
        inArray(users.username, [...usernames]),
        sql`${users.disabledAt} is null and ${users.passwordHash} is not null`,
      ),
    );
}

/** What units have filed, and the same as what they are writing. */
export async function insertReports(
  db: Database,
  { drafts, versions }: { drafts: ReportDraftRow[]; versions: ReportVersionRow[] },
): Promise<void> {
  await db.insert(unitReports).values(drafts).onConflictDoNothing();
  await db.insert(unitReportVersions).values(versions).onConflictDoNothing();
}

/** Whether the platform's log tells of such an action. */
export async function hasHappened(db: Database, action: string): Promise<boolean> {
  const rows = await db
    .select({ sequence: auditEntries.sequence })
    .from(auditEntries)
    .where(and(eq(auditEntries.scope, 'platform'), eq(auditEntries.action, action)))
    .limit(1);
  return rows.length > 0;
}

export async function insertPeople(db: Database, rows: readonly UserRow[]): Promise<void> {
  await db.insert(users).values([...rows]);
}

export async function insertGrants(db: Database, rows: GrantRow[]): Promise<void> {
  await db.insert(roleGrants).values(rows);
}

export async function insertRound(
  db: Database,
  row: AssessmentRow,
  contents: {
    unitIds: string[];
    assignments: AssignmentRow[];
    scores: ScoreRow[];
    evidence: EvidenceRow[];
    decisions: DecisionRow[];
  },
): Promise<void> {
  const assessmentId = row.id;
  await db.insert(assessments).values(row);
  await db.insert(assessmentUnits).values(contents.unitIds.map((unitId) => ({ assessmentId, unitId })));
  await insertRows(db, assignments, contents.assignments);
  await insertRows(db, scores, contents.scores);
  await insertRows(db, evidence, contents.evidence);
  await insertRows(db, notApplicableDecisions, contents.decisions);
}

export async function insertResponses(db: Database, rows: ResponseRow[]): Promise<void> {
  await insertRows(db, surveyResponses, rows);
}

export async function insertCommentReviews(db: Database, rows: CommentReviewRow[]): Promise<void> {
  await insertRows(db, commentReviews, rows);
}

/** Rows a statement; one carries all its rows in memory. */
const rowsAStatement = 1000;

export function parts<T>(rows: readonly T[]): T[][] {
  const count = Math.ceil(rows.length / rowsAStatement);
  return Array.from({ length: count }, (_part, at) =>
    rows.slice(at * rowsAStatement, (at + 1) * rowsAStatement),
  );
}
