import { type Database, schema } from '@gongping/db';
import { and, eq, getTableColumns, inArray } from 'drizzle-orm';

const { claims, users } = schema;

/** A claim with the name of who saved it last. */
export type ClaimRow = typeof claims.$inferSelect & { updatedByName: string };
export type NewClaimRow = typeof claims.$inferSelect;
type ClaimKey = Pick<NewClaimRow, 'assessmentId' | 'unitId' | 'indicatorId'>;

const isCell = (key: ClaimKey) =>
  and(
    eq(claims.assessmentId, key.assessmentId),
    eq(claims.unitId, key.unitId),
    eq(claims.indicatorId, key.indicatorId),
  );

/** Claims of an assessment, of all cells or of some. */
export function listClaims(
  db: Database,
  assessmentId: string,
  of: { unitIds?: string[]; indicatorIds?: string[] } = {},
): Promise<ClaimRow[]> {
  return db
    .select({ ...getTableColumns(claims), updatedByName: users.displayName })
    .from(claims)
    .innerJoin(users, eq(users.id, claims.updatedBy))
    .where(
      and(
        eq(claims.assessmentId, assessmentId),
        of.unitIds && inArray(claims.unitId, of.unitIds),
        of.indicatorIds && inArray(claims.indicatorId, of.indicatorIds),
      ),
    );
}

export async function findClaim(db: Database, key: ClaimKey): Promise<ClaimRow | undefined> {
  const [row] = await db
    .select({ ...getTableColumns(claims), updatedByName: users.displayName })
    .from(claims)
    .innerJoin(users, eq(users.id, claims.updatedBy))
    .where(isCell(key));
  return row;
}

/** @returns false where somebody else wrote the leaf's first claim before. */
export async function insertClaim(db: Database, row: NewClaimRow): Promise<boolean> {
  const rows = await db
    .insert(claims)
    .values(row)
    .onConflictDoNothing()
    .returning({ revision: claims.revision });
  return rows.length === 1;
}

/** Writes over the revision that was seen. @returns false where it is no longer there. */
export async function updateClaim(
  db: Database,
  row: NewClaimRow,
  expectedRevision: number,
): Promise<boolean> {
  const { state, input, marks, reason, revision, updatedBy, updatedAt } = row;
  const rows = await db
    .update(claims)
    .set({ state, input, marks, reason, revision, updatedBy, updatedAt })
    .where(and(isCell(row), eq(claims.revision, expectedRevision)))
    .returning({ revision: claims.revision });
  return rows.length === 1;
}
