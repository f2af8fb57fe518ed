import { type Database, schema } from '@gongping/db';
import { and, desc, eq, getTableColumns } from 'drizzle-orm';

const { assessments, cityReportPublications: publications, cityReports, users } = schema;

export type CityReportRow = typeof cityReports.$inferSelect;
export type PublishedRow = typeof publications.$inferSelect;

/** Ids of the rounds of a year, and whether one of them is of the demonstration. */
export function listRounds(db: Database, year: number): Promise<{ id: string; demonstration: boolean }[]> {
  return db
    .select({ id: assessments.id, demonstration: assessments.demonstration })
    .from(assessments)
    .where(eq(assessments.year, year));
}

export async function findDraft(db: Database, year: number): Promise<CityReportRow | undefined> {
  const [row] = await db.select().from(cityReports).where(eq(cityReports.year, year));
  return row;
}

/** The draft of a year; nobody else changes it until the transaction ends. */
export async function holdDraft(db: Database, year: number): Promise<CityReportRow | undefined> {
  const [row] = await db.select().from(cityReports).where(eq(cityReports.year, year)).for('update');
  return row;
}

/** @returns false where somebody else has begun the year's report at the same moment */
export async function insertDraft(db: Database, row: CityReportRow): Promise<boolean> {
  const rows = await db
    .insert(cityReports)
    .values(row)
    .onConflictDoNothing()
    .returning({ year: cityReports.year });
  return rows.length === 1;
}

export async function updateDraft(
  db: Database,
  year: number,
  values: Pick<CityReportRow, 'content' | 'bindings' | 'revision' | 'updatedAt' | 'updatedBy'>,
): Promise<void> {
  await db.update(cityReports).set(values).where(eq(cityReports.year, year));
}

export async function deleteDraft(db: Database, year: number): Promise<void> {
  await db.delete(cityReports).where(eq(cityReports.year, year));
}

export async function displayName(db: Database, id: string): Promise<string | null> {
  const [row] = await db.select({ name: users.displayName }).from(users).where(eq(users.id, id));
  return row?.name ?? null;
}

/** The authority that the newest draft of another year names. */
export async function latestContent(db: Database): Promise<unknown> {
  const [row] = await db
    .select({ content: cityReports.content })
    .from(cityReports)
    .orderBy(desc(cityReports.year))
    .limit(1);
  return row?.content;
}

const { sealed: _sealed, publishedBy: _publishedBy, ...head } = getTableColumns(publications);
export type PublishedHead = Omit<PublishedRow, 'sealed' | 'publishedBy'>;

/** Newest year first, then the newest version. @param year of one; null for all */
export function listHeads(db: Database, year: number | null): Promise<PublishedHead[]> {
  return db
    .select(head)
    .from(publications)
    .where(year === null ? undefined : eq(publications.year, year))
    .orderBy(desc(publications.year), desc(publications.version));
}

/** @param version null for the newest */
export async function findPublished(
  db: Database,
  wanted: { year: number; version: number | null },
): Promise<PublishedRow | undefined> {
  const [row] = await db
    .select()
    .from(publications)
    .where(
      and(
        eq(publications.year, wanted.year),
        wanted.version === null ? undefined : eq(publications.version, wanted.version),
      ),
    )
    .orderBy(desc(publications.version))
    .limit(1);
  return row;
}

export async function insertPublished(db: Database, row: PublishedRow): Promise<void> {
  await db.insert(publications).values(row);
}
