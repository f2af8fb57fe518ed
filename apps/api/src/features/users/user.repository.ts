import { type Database, schema } from '@gongping/db';
import { and, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';

const { assessments, roleGrants, units, users } = schema;

export type UserRow = typeof users.$inferSelect;
export type GrantRow = typeof roleGrants.$inferSelect;

export function listUsers(db: Database): Promise<UserRow[]> {
  return db.select().from(users).orderBy(users.createdAt, users.username);
}

export function listGrants(db: Database): Promise<GrantRow[]> {
  return db.select().from(roleGrants).orderBy(roleGrants.id);
}

export async function findUser(
  db: Database,
  userId: string,
): Promise<(UserRow & { grants: GrantRow[] }) | undefined> {
  const [row] = await db.select().from(users).where(eq(users.id, userId)).for('update');
  if (!row) return undefined;
  const grants = await db
    .select()
    .from(roleGrants)
    .where(eq(roleGrants.userId, userId))
    .orderBy(roleGrants.id);
  return { ...row, grants };
}

export async function anyUser(db: Database): Promise<boolean> {
  return (await db.select({ id: users.id }).from(users).limit(1)).length > 0;
}

export async function insertUser(db: Database, row: UserRow): Promise<void> {
  await db.insert(users).values(row);
}

export async function updateUser(db: Database, row: UserRow): Promise<void> {
  await db.update(users).set(row).where(eq(users.id, row.id));
}

export async function replaceGrants(db: Database, userId: string, rows: GrantRow[]): Promise<void> {
  await db.delete(roleGrants).where(eq(roleGrants.userId, userId));
  if (rows.length > 0) await db.insert(roleGrants).values(rows);
}

/** Held until the transaction ends by whoever may take an organiser away: two of them must not leave none. */
export async function lockOrganisers(db: Database): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended('organisers', 0))`);
}

/** Ids of the organisers of the platform who can sign in. */
export async function listActiveOrganiserIds(db: Database): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: users.id })
    .from(users)
    .innerJoin(roleGrants, eq(roleGrants.userId, users.id))
    .where(
      and(
        eq(roleGrants.role, 'organiser'),
        isNull(roleGrants.assessmentId),
        isNull(users.disabledAt),
        isNotNull(users.passwordHash),
      ),
    );
  return rows.map((row) => row.id);
}

/** Those of the ids that name a unit, and those that name an assessment. */
export async function findReferences(
  db: Database,
  ids: { units: string[]; assessments: string[] },
): Promise<{ units: Set<string>; assessments: Set<string> }> {
  const unitRows = await db.select({ id: units.id }).from(units).where(inArray(units.id, ids.units));
  const assessmentRows = await db
    .select({ id: assessments.id })
    .from(assessments)
    .where(inArray(assessments.id, ids.assessments));
  return {
    units: new Set(unitRows.map((row) => row.id)),
    assessments: new Set(assessmentRows.map((row) => row.id)),
  };
}
