import { type Database, schema } from '@gongping/db';
import { and, eq, getTableColumns, inArray, isNull, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';

const { appeals, assessments, assignments, indicators, ratings, roleGrants, units, users } = schema;
const ruler = alias(users, 'ruler');

type StoredAppeal = typeof appeals.$inferSelect;

function selectAppeals(db: Database) {
  return db
    .select({
      ...getTableColumns(appeals),
      unitCode: units.code,
      unitNameZh: units.nameZh,
      unitNameEn: units.nameEn,
      indicatorCode: indicators.code,
      indicatorName: indicators.name,
      submittedByName: users.displayName,
      ruledByName: ruler.displayName,
    })
    .from(appeals)
    .innerJoin(units, eq(units.id, appeals.unitId))
    .innerJoin(indicators, eq(indicators.id, appeals.indicatorId))
    .innerJoin(users, eq(users.id, appeals.submittedBy))
    .leftJoin(ruler, eq(ruler.id, appeals.ruledBy))
    .$dynamic();
}

/** An appeal with the names of unit, leaf and people. */
export type AppealRow = Awaited<ReturnType<typeof selectAppeals>>[number];

/** Appeals of a round in the order they came, of one unit or (null) of all. */
export function listAppeals(db: Database, assessmentId: string, unitId: string | null): Promise<AppealRow[]> {
  return selectAppeals(db)
    .where(
      and(eq(appeals.assessmentId, assessmentId), unitId === null ? undefined : eq(appeals.unitId, unitId)),
    )
    .orderBy(appeals.submittedAt, appeals.id);
}

export async function findAppeal(
  db: Database,
  assessmentId: string,
  id: string,
): Promise<AppealRow | undefined> {
  const [row] = await selectAppeals(db).where(
    and(eq(appeals.assessmentId, assessmentId), eq(appeals.id, id)),
  );
  return row;
}

/**
 * Holds a round until the transaction ends: appeals and rulings come one after the other, so that a leaf has one open
 * appeal at the most and the figures before and after a ruling are those of this ruling alone.
 */
export async function holdRound(db: Database, assessmentId: string) {
  const [row] = await db.select().from(assessments).where(eq(assessments.id, assessmentId)).for('update');
  return row;
}

export async function hasOpenAppeal(
  db: Database,
  key: Pick<StoredAppeal, 'assessmentId' | 'unitId' | 'indicatorId'>,
): Promise<boolean> {
  const rows = await db
    .select({ id: appeals.id })
    .from(appeals)
    .where(
      and(
        eq(appeals.assessmentId, key.assessmentId),
        eq(appeals.unitId, key.unitId),
        eq(appeals.indicatorId, key.indicatorId),
        eq(appeals.state, 'open'),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

export async function insertAppeal(db: Database, row: StoredAppeal): Promise<void> {
  await db.insert(appeals).values(row);
}

/** Ends an open appeal. @returns false where it is no longer open, or not at the revision that was seen */
export async function closeAppeal(
  db: Database,
  id: string,
  close: { seen: number } & Pick<
    StoredAppeal,
    'state' | 'ruling' | 'ruledBy' | 'ruledAt' | 'before' | 'after'
  >,
): Promise<boolean> {
  const { seen, ...set } = close;
  const rows = await db
    .update(appeals)
    .set({ ...set, revision: sql`${appeals.revision} + 1` })
    .where(and(eq(appeals.id, id), eq(appeals.state, 'open'), eq(appeals.revision, seen)))
    .returning({ id: appeals.id });
  return rows.length === 1;
}

/** Ids of those who had a hand in a score: who was assigned to its families, and who rated it blindly. */
export async function listRaters(
  db: Database,
  key: { assessmentId: string; unitId: string; indicatorId: string; families: string[] },
): Promise<Set<string>> {
  const assigned = await db
    .select({ id: assignments.evaluatorId })
    .from(assignments)
    .where(
      and(
        eq(assignments.assessmentId, key.assessmentId),
        eq(assignments.unitId, key.unitId),
        inArray(assignments.family, key.families),
      ),
    );
  const rated = await db
    .select({ id: ratings.updatedBy })
    .from(ratings)
    .where(
      and(
        eq(ratings.assessmentId, key.assessmentId),
        eq(ratings.unitId, key.unitId),
        eq(ratings.indicatorId, key.indicatorId),
      ),
    );
  return new Set([...assigned, ...rated].map(({ id }) => id));
}

/** Ids of those who hold a role in a round and can sign in; of liaisons those of one unit. */
export async function listHolders(
  db: Database,
  assessmentId: string,
  of: { role: 'reviewer' | 'organiser' | 'liaison'; unitId: string | null },
): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: users.id })
    .from(roleGrants)
    .innerJoin(users, eq(users.id, roleGrants.userId))
    .where(
      and(
        isNull(users.disabledAt),
        eq(roleGrants.role, of.role),
        or(isNull(roleGrants.assessmentId), eq(roleGrants.assessmentId, assessmentId)),
        of.unitId === null ? undefined : eq(roleGrants.unitId, of.unitId),
      ),
    );
  return rows.map(({ id }) => id);
}
