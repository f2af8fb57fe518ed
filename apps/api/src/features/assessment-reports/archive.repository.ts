import { type Database, schema } from '@gongping/db';
import { and, asc, count, desc, eq, isNull, lte } from 'drizzle-orm';

const { reportArchives, reportArchiveParts, publications } = schema;

export type ArchiveRow = typeof reportArchives.$inferSelect;
export type PartRow = typeof reportArchiveParts.$inferSelect;

/** Archives of a publication, the last first. */
export function listArchives(db: Database, publicationId: string): Promise<ArchiveRow[]> {
  return db
    .select()
    .from(reportArchives)
    .where(eq(reportArchives.publicationId, publicationId))
    .orderBy(desc(reportArchives.createdAt), desc(reportArchives.id));
}

export async function findArchive(
  db: Database,
  wanted: { publicationId: string; id: string },
): Promise<ArchiveRow | undefined> {
  const [row] = await db
    .select()
    .from(reportArchives)
    .where(and(eq(reportArchives.publicationId, wanted.publicationId), eq(reportArchives.id, wanted.id)));
  return row;
}

/** @returns false where one of the format is being made, or has been, already */
export async function insertArchive(db: Database, row: ArchiveRow): Promise<boolean> {
  const rows = await db
    .insert(reportArchives)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: reportArchives.id });
  return rows.length === 1;
}

export async function insertParts(db: Database, rows: PartRow[]): Promise<void> {
  await db.insert(reportArchiveParts).values(rows);
}

/** In their order. */
export function listParts(db: Database, archiveId: string): Promise<PartRow[]> {
  return db
    .select()
    .from(reportArchiveParts)
    .where(eq(reportArchiveParts.archiveId, archiveId))
    .orderBy(asc(reportArchiveParts.position));
}

/** Reports in all and those that are made, by archive. */
export function countParts(db: Database, publicationId: string) {
  return db
    .select({
      archiveId: reportArchiveParts.archiveId,
      total: count(),
      done: count(reportArchiveParts.fileSha256),
    })
    .from(reportArchiveParts)
    .innerJoin(reportArchives, eq(reportArchives.id, reportArchiveParts.archiveId))
    .where(eq(reportArchives.publicationId, publicationId))
    .groupBy(reportArchiveParts.archiveId);
}

/** The first report that is not made. */
export async function nextPart(db: Database, archiveId: string): Promise<PartRow | undefined> {
  const [row] = await db
    .select()
    .from(reportArchiveParts)
    .where(and(eq(reportArchiveParts.archiveId, archiveId), isNull(reportArchiveParts.fileSha256)))
    .orderBy(asc(reportArchiveParts.position))
    .limit(1);
  return row;
}

/**
 * Takes an archive that is due, for the time of a lease: no other instance works on it meanwhile, and should this one
 * die, it is due again afterwards.
 */
export async function claimArchive(
  db: Database,
  { lease, now, until }: { lease: string; now: Date; until: Date },
): Promise<ArchiveRow | undefined> {
  const due = db
    .select({ id: reportArchives.id })
    .from(reportArchives)
    .where(and(eq(reportArchives.state, 'working'), lte(reportArchives.leaseUntil, now)))
    .orderBy(asc(reportArchives.leaseUntil))
    .limit(1)
    .for('update', { skipLocked: true });
  const [row] = await db
    .update(reportArchives)
    .set({ lease, leaseUntil: until })
    .where(eq(reportArchives.id, due))
    .returning();
  return row;
}

/**
 * Changes an archive that is worked on under a lease, and holds its row until the transaction ends.
 * @returns false where the lease has gone to another, or the archive is no longer worked on
 */
export async function changeLeased(
  db: Database,
  { id, lease }: { id: string; lease: string },
  change: Partial<Omit<ArchiveRow, 'id'>>,
): Promise<boolean> {
  const rows = await db
    .update(reportArchives)
    .set(change)
    .where(
      and(eq(reportArchives.id, id), eq(reportArchives.lease, lease), eq(reportArchives.state, 'working')),
    )
    .returning({ id: reportArchives.id });
  return rows.length === 1;
}

export async function markMade(
  db: Database,
  { archiveId, position }: Pick<PartRow, 'archiveId' | 'position'>,
  made: { fileSha256: string; madeAt: Date },
): Promise<void> {
  await db
    .update(reportArchiveParts)
    .set(made)
    .where(and(eq(reportArchiveParts.archiveId, archiveId), eq(reportArchiveParts.position, position)));
}

/** @returns false where it is not worked on */
export async function cancelArchive(db: Database, id: string, at: Date): Promise<boolean> {
  const rows = await db
    .update(reportArchives)
    .set({ state: 'cancelled', lease: null, settledAt: at })
    .where(and(eq(reportArchives.id, id), eq(reportArchives.state, 'working')))
    .returning({ id: reportArchives.id });
  return rows.length === 1;
}

/** The publication that an archive is of, as it is looked up by. */
export async function findPublished(
  db: Database,
  id: string,
): Promise<{ slug: string; version: number } | undefined> {
  const { assessments } = schema;
  const [row] = await db
    .select({ slug: assessments.slug, version: publications.version })
    .from(publications)
    .innerJoin(assessments, eq(assessments.id, publications.assessmentId))
    .where(eq(publications.id, id));
  return row;
}
