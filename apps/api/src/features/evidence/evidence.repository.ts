import { type Database, schema } from '@gongping/db';
import { and, eq, getTableColumns, inArray, isNotNull, isNull, max, ne, sql } from 'drizzle-orm';

const { evidence, frozenPages, indicators, units, users } = schema;

/** A piece of evidence with the name of who added it and, of a kept page, what its live one was when looked at. */
export type EvidenceRow = typeof evidence.$inferSelect & {
  addedByName: string;
  liveState: (typeof frozenPages.$inferSelect)['liveState'];
  checkedAt: Date | null;
};
export type NewEvidenceRow = Omit<typeof evidence.$inferSelect, 'removedAt'>;
export type EvidencePurpose = EvidenceRow['purpose'];

const columns = {
  ...getTableColumns(evidence),
  addedByName: users.displayName,
  liveState: frozenPages.liveState,
  checkedAt: frozenPages.checkedAt,
};

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
    .select(columns)
    .from(evidence)
    .innerJoin(users, eq(users.id, evidence.addedBy))
    .leftJoin(frozenPages, eq(frozenPages.id, evidence.pageId))
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
export function listEvidenceWithCodes(db: Database, assessmentId: string, unit: string | null) {
  return db
    .select({ ...columns, unitCode: units.code, indicatorCode: indicators.code })
    .from(evidence)
    .innerJoin(users, eq(users.id, evidence.addedBy))
    .leftJoin(frozenPages, eq(frozenPages.id, evidence.pageId))
    .innerJoin(units, eq(units.id, evidence.unitId))
    .innerJoin(indicators, eq(indicators.id, evidence.indicatorId))
    .where(
      and(
        eq(evidence.assessmentId, assessmentId),
        eq(evidence.purpose, 'score'),
        isNull(evidence.removedAt),
        unit === null ? undefined : eq(units.code, unit),
      ),
    )
    .orderBy(evidence.addedAt, evidence.id);
}

/** What tells the pieces of evidence for the scores of an assessment apart, in the order they were added. */
export function listPieces(db: Database, assessmentId: string) {
  return db
    .select({
      unitId: evidence.unitId,
      indicatorId: evidence.indicatorId,
      title: evidence.title,
      url: evidence.url,
      sha256: evidence.fileSha256,
    })
    .from(evidence)
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
    .select(columns)
    .from(evidence)
    .innerJoin(users, eq(users.id, evidence.addedBy))
    .leftJoin(frozenPages, eq(frozenPages.id, evidence.pageId))
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

/**
 * Bytes of files stored for an assessment and for one of its units, each file once, removed ones too.
 * @param of.except digest of a file that is not counted: the one about to be added
 */
export async function usedBytes(
  db: Database,
  assessmentId: string,
  of: { unitId: string; except: string },
): Promise<{ assessment: number; unit: number }> {
  const stored = db
    .select({
      sha256: evidence.fileSha256,
      size: max(evidence.size).as('size'),
      ofUnit: sql<boolean>`bool_or(${eq(evidence.unitId, of.unitId)})`.as('of_unit'),
    })
    .from(evidence)
    .where(and(eq(evidence.assessmentId, assessmentId), isNotNull(evidence.fileSha256)))
    .groupBy(evidence.fileSha256)
    .as('stored');
  const others = ne(stored.sha256, of.except);
  const [row] = await db
    .select({
      assessment: sql`coalesce(sum(${stored.size}) filter (where ${others}), 0)`.mapWith(Number),
      unit: sql`coalesce(sum(${stored.size}) filter (where ${and(others, stored.ofUnit)}), 0)`.mapWith(
        Number,
      ),
    })
    .from(stored);
  return row ?? { assessment: 0, unit: 0 };
}
