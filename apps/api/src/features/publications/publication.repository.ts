import { type Database, schema } from '@gongping/db';
import { and, desc, eq, getTableColumns, inArray, sql } from 'drizzle-orm';

const { assessments, publications } = schema;

export type PublicationRow = typeof publications.$inferSelect;

/** Everything but the snapshot, which may have a megabyte. */
const summary = {
  id: publications.id,
  slug: assessments.slug,
  year: assessments.year,
  version: publications.version,
  title: sql<string>`${publications.snapshot} #>> '{facts,title}'`,
  unitCount: sql<number>`jsonb_array_length(${publications.snapshot} #> '{facts,units}')`,
  demonstration: sql<boolean>`(${publications.snapshot} #>> '{facts,demonstration}')::boolean`,
  publishedAt: publications.publishedAt,
  sha256: publications.sha256,
  reason: publications.reason,
};

function selectSummaries(db: Database) {
  return db
    .select(summary)
    .from(publications)
    .innerJoin(assessments, eq(assessments.id, publications.assessmentId))
    .$dynamic();
}

export type SummaryRow = Awaited<ReturnType<typeof selectSummaries>>[number];

/** Newest year first, then the newest version. @param slug of one assessment; null for all */
export function listSummaries(db: Database, slug: string | null): Promise<SummaryRow[]> {
  return selectSummaries(db)
    .where(slug === null ? undefined : eq(assessments.slug, slug))
    .orderBy(desc(assessments.year), desc(assessments.slug), desc(publications.version));
}

const { snapshot: _snapshot, ...head } = getTableColumns(publications);

/** A publication without its snapshot. @param version null for the newest */
export async function findHead(
  db: Database,
  wanted: { slug: string; version: number | null },
): Promise<Omit<PublicationRow, 'snapshot'> | undefined> {
  const [row] = await db
    .select(head)
    .from(publications)
    .innerJoin(assessments, eq(assessments.id, publications.assessmentId))
    .where(
      and(
        eq(assessments.slug, wanted.slug),
        wanted.version === null ? undefined : eq(publications.version, wanted.version),
      ),
    )
    .orderBy(desc(publications.version))
    .limit(1);
  return row;
}

/** The newest publication of a year, whichever of its rounds it is of, without its snapshot. */
export async function findHeadOfYear(
  db: Database,
  year: number,
): Promise<(Omit<PublicationRow, 'snapshot'> & { slug: string }) | undefined> {
  const [row] = await db
    .select({ ...head, slug: assessments.slug })
    .from(publications)
    .innerJoin(assessments, eq(assessments.id, publications.assessmentId))
    .where(eq(assessments.year, year))
    .orderBy(desc(publications.publishedAt), desc(publications.version))
    .limit(1);
  return row;
}

export async function readSnapshot(db: Database, id: string): Promise<unknown> {
  const [row] = await db
    .select({ snapshot: publications.snapshot })
    .from(publications)
    .where(eq(publications.id, id));
  return row?.snapshot;
}

/** Id of the newest publication of a year. */
export async function findNewestOfYear(db: Database, year: number): Promise<string | undefined> {
  const [row] = await db
    .select({ id: publications.id })
    .from(publications)
    .innerJoin(assessments, eq(assessments.id, publications.assessmentId))
    .where(eq(assessments.year, year))
    .orderBy(desc(publications.publishedAt), desc(publications.version))
    .limit(1);
  return row?.id;
}

/** Rank and total of every unit in a publication. */
export async function listTotals(
  db: Database,
  id: string,
): Promise<{ unit: string; rank: number | null; score: number | null }[]> {
  const totals = sql<{ unit: string; rank: number | null; score: number | null }[]>`
    jsonb_path_query_array(${publications.snapshot}, '$.outcome.rows[*] ? (@.node == "total")')`;
  const [row] = await db.select({ totals }).from(publications).where(eq(publications.id, id));
  return row?.totals ?? [];
}

interface PublishedAppraisal {
  unit: string;
  score: number | null;
  interval: { lower: number; upper: number } | null;
  questions: { code: string; mean: number | null }[];
}

/** The appraisal of every unit in a publication, with the round that it is of. */
export async function listAppraisals(
  db: Database,
  id: string,
): Promise<{ assessmentId: string; appraisals: PublishedAppraisal[] } | undefined> {
  const appraisals = sql<PublishedAppraisal[] | null>`(
    select jsonb_agg(jsonb_build_object('unit', key, 'score', value -> 'score', 'interval', value -> 'interval',
      'questions', value -> 'questions'))
    from jsonb_each(${publications.snapshot} #> '{facts,appraisals}'))`;
  const { assessmentId } = publications;
  const [row] = await db
    .select({ assessmentId, appraisals })
    .from(publications)
    .where(eq(publications.id, id));
  return row && { ...row, appraisals: row.appraisals ?? [] };
}

/**
 * Marks the assessment as published where its phase allows it, and holds its row until the transaction ends: two
 * publications, or a publication and a change of phase, come one after the other.
 * @returns false where the phase is another
 */
export async function holdForPublication(db: Database, assessmentId: string): Promise<boolean> {
  const rows = await db
    .update(assessments)
    .set({ phase: 'published', published: true, revision: sql`${assessments.revision} + 1` })
    .where(and(eq(assessments.id, assessmentId), inArray(assessments.phase, ['final', 'published'])))
    .returning({ id: assessments.id });
  return rows.length === 1;
}

/** 0 where nothing was published yet. */
export async function lastVersion(db: Database, assessmentId: string): Promise<number> {
  const [row] = await db
    .select({ version: publications.version })
    .from(publications)
    .where(eq(publications.assessmentId, assessmentId))
    .orderBy(desc(publications.version))
    .limit(1);
  return row?.version ?? 0;
}

export async function insertPublication(db: Database, row: PublicationRow): Promise<void> {
  await db.insert(publications).values(row);
}
