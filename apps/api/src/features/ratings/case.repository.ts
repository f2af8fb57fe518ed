import { type Database, schema } from '@gongping/db';
import { and, eq, getTableColumns, inArray, isNull, ne, or } from 'drizzle-orm';

const { arbitrationCases, roleGrants, users } = schema;

/** A case with the name of who ruled, if anybody has. */
export type CaseRow = typeof arbitrationCases.$inferSelect & { ruledByName: string | null };
export type NewCaseRow = typeof arbitrationCases.$inferSelect;

/** Cases in the order they were opened, of all units or of one. */
export function listCases(db: Database, assessmentId: string, unitId?: string): Promise<CaseRow[]> {
  return db
    .select({ ...getTableColumns(arbitrationCases), ruledByName: users.displayName })
    .from(arbitrationCases)
    .leftJoin(users, eq(users.id, arbitrationCases.ruledBy))
    .where(
      and(
        eq(arbitrationCases.assessmentId, assessmentId),
        unitId === undefined ? undefined : eq(arbitrationCases.unitId, unitId),
      ),
    )
    .orderBy(arbitrationCases.openedAt, arbitrationCases.id);
}

export async function insertCases(db: Database, rows: NewCaseRow[]): Promise<void> {
  if (rows.length > 0) await db.insert(arbitrationCases).values(rows);
}

/** Takes the cases of some leaves of a unit away, open or ruled. @returns how many there were */
export async function deleteCases(
  db: Database,
  of: { assessmentId: string; unitId: string; indicatorIds: string[] },
): Promise<number> {
  const rows = await db
    .delete(arbitrationCases)
    .where(
      and(
        eq(arbitrationCases.assessmentId, of.assessmentId),
        eq(arbitrationCases.unitId, of.unitId),
        inArray(arbitrationCases.indicatorId, of.indicatorIds),
      ),
    )
    .returning({ id: arbitrationCases.id });
  return rows.length;
}

export async function closeCase(
  db: Database,
  id: string,
  ruling: { reason: string; ruledBy: string; ruledAt: Date },
): Promise<void> {
  await db.update(arbitrationCases).set(ruling).where(eq(arbitrationCases.id, id));
}

/** Reviewers of an assessment who do not belong to the unit. */
export async function listReviewers(db: Database, assessmentId: string, unitId: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: users.id })
    .from(roleGrants)
    .innerJoin(users, eq(users.id, roleGrants.userId))
    .where(
      and(
        isNull(users.disabledAt),
        or(isNull(users.homeUnitId), ne(users.homeUnitId, unitId)),
        eq(roleGrants.role, 'reviewer'),
        or(isNull(roleGrants.assessmentId), eq(roleGrants.assessmentId, assessmentId)),
      ),
    );
  return rows.map(({ id }) => id);
}
