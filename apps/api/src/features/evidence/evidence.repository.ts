import { type Database, schema } from '@gongping/db';
import { and, eq, getTableColumns, inArray, isNull } from 'drizzle-orm';

const { evidence, indicators, units, users } = schema;

/** A piece of evidence with the name of who added it. */
export type EvidenceRow = typeof evidence.$inferSelect & { addedByName: string };
export type NewEvidenceRow = Omit<typeof evidence.$inferSelect, 'removedAt'>;
export type EvidencePurpose = EvidenceRow['purpose'];

export async function insertEvidence(db: Database, row: NewEvidenceRow): Promise<void> {
  await db.insert(evidence).values(row);
}

/** Evidence that counts (not removed) for one purpose, in the order it was added, of all leaves or of some. */
export function listEvidence(
  db: Database,
  assessmentId: string,
  of: { purpose: EvidencePurpose; unitIds?: string[]; indicatorIds?: string[] },
): Promise<EvidenceRow[]> {
  return db
    .select({ ...getTableColumns(evidence), addedByName: users.displayName })
    .from(evidence)
    .innerJoin(users, eq(users.id, evidence.addedBy))
    .where(
      and(
        eq(evidence.assessmentId, assessmentId),
        eq(evidence.purpose, of.purpose),
        isNull(evidence.removedAt),
        of.unitIds && inArray(evidence.unitId, of.unitIds),
        of.indicatorIds && inArray(evidence.indicatorId, of.indicatorIds),
      ),
    )
    .orderBy(evidence.addedAt, evidence.id);
}

/** All evidence that counts for the scores of an assessment, with the codes of its unit and leaf. */
export function listEvidenceWithCodes(db: Database, assessmentId: string) {
  return db
    .select({
      ...getTableColumns(evidence),
      addedByName: users.displayName,
      unitCode: units.code,
      indicatorCode: indicators.code,
    })
    .from(evidence)
    .innerJoin(users, eq(users.id, evidence.addedBy))
    .innerJoin(units, eq(units.id, evidence.unitId))
    .innerJoin(indicators, eq(indicators.id, evidence.indicatorId))
    .where(
      and(eq(evidence.assessmentId, assessmentId), eq(evidence.purpose, 'score'), isNull(evidence.removedAt)),
    )
    .orderBy(evidence.addedAt, evidence.id);
}

export async function findEvidence(
  db: Database,
  assessmentId: string,
  id: string,
): Promise<EvidenceRow | undefined> {
  const [row] = await db
    .select({ ...getTableColumns(evidence), addedByName: users.displayName })
    .from(evidence)
    .innerJoin(users, eq(users.id, evidence.addedBy))
    .where(and(eq(evidence.assessmentId, assessmentId), eq(evidence.id, id), isNull(evidence.removedAt)));
  return row;
}

/** Marks evidence removed. @returns false where it was removed already. */
export async function markRemoved(db: Database, id: string, now: Date): Promise<boolean> {
  const rows = await db
    .update(evidence)
    .set({ removedAt: now })
    .where(and(eq(evidence.id, id), isNull(evidence.removedAt)))
    .returning({ id: evidence.id });
  return rows.length === 1;
}
