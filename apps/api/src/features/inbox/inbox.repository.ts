import { type Database, schema } from '@gongping/db';
import { and, count, desc, eq, getTableColumns, inArray, isNotNull, isNull, lt, ne, or } from 'drizzle-orm';

const { assessments, assessmentUnits, assignments, inboxMessages, roleGrants, units, users } = schema;

export type MessageRow = typeof inboxMessages.$inferSelect;

/** Puts messages in; what somebody was told already stays as it is. @returns how many are new. */
export async function insertMessages(db: Database, rows: MessageRow[]): Promise<number> {
  if (rows.length === 0) return 0;
  const added = await db
    .insert(inboxMessages)
    .values(rows)
    .onConflictDoNothing()
    .returning({ id: inboxMessages.id });
  return added.length;
}

/** Newest first, those before `before`. */
export function listMessages(
  db: Database,
  userId: string,
  { before, limit }: { before: string | null; limit: number },
) {
  const older = before === null ? undefined : lt(inboxMessages.id, before);
  return db
    .select({ ...getTableColumns(inboxMessages), slug: assessments.slug, title: assessments.title })
    .from(inboxMessages)
    .innerJoin(assessments, eq(assessments.id, inboxMessages.assessmentId))
    .where(and(eq(inboxMessages.userId, userId), older))
    .orderBy(desc(inboxMessages.id))
    .limit(limit);
}

export async function countUnread(db: Database, userId: string): Promise<number> {
  const [row] = await db
    .select({ unread: count() })
    .from(inboxMessages)
    .where(and(eq(inboxMessages.userId, userId), isNull(inboxMessages.readAt)));
  return row?.unread ?? 0;
}

/** @param ids those that were read; null for all */
export async function markRead(
  db: Database,
  userId: string,
  { ids, now }: { ids: string[] | null; now: Date },
): Promise<void> {
  const these = ids === null ? undefined : inArray(inboxMessages.id, ids);
  await db
    .update(inboxMessages)
    .set({ readAt: now })
    .where(and(eq(inboxMessages.userId, userId), isNull(inboxMessages.readAt), these));
}

/** Everybody with a role in a round who is not disabled; liaisons only of units that are in it. */
export function listPeople(db: Database, assessmentId: string) {
  return db
    .selectDistinct({
      userId: users.id,
      role: roleGrants.role,
      unitId: assessmentUnits.unitId,
      unitCode: units.code,
    })
    .from(roleGrants)
    .innerJoin(users, eq(users.id, roleGrants.userId))
    .leftJoin(
      assessmentUnits,
      and(eq(assessmentUnits.assessmentId, assessmentId), eq(assessmentUnits.unitId, roleGrants.unitId)),
    )
    .leftJoin(units, eq(units.id, assessmentUnits.unitId))
    .where(
      and(
        isNull(users.disabledAt),
        or(isNull(roleGrants.assessmentId), eq(roleGrants.assessmentId, assessmentId)),
        or(ne(roleGrants.role, 'liaison'), isNotNull(assessmentUnits.unitId)),
      ),
    );
}

/** Who has something to score in a round. */
export async function listAssignedEvaluators(db: Database, assessmentId: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ userId: assignments.evaluatorId })
    .from(assignments)
    .innerJoin(users, eq(users.id, assignments.evaluatorId))
    .where(and(eq(assignments.assessmentId, assessmentId), isNull(users.disabledAt)));
  return rows.map(({ userId }) => userId);
}

/** Rounds in which something is to be done by a day: neither in planning nor published. */
export function listRunning(db: Database) {
  return db
    .select()
    .from(assessments)
    .where(inArray(assessments.phase, ['self_assessment', 'scoring', 'arbitration', 'appeal']));
}
