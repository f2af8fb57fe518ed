import { type Database, schema } from '@gongping/db';
import { and, eq, inArray, notExists, sql, type SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { referencesTo } from './references.ts';

const { reportArchiveParts, reportArchives } = schema;
const { assessments, auditEntries, evidence, files, frozenPages, publicationPackages, publications, users } =
  schema;
const { unitReports, unitReportVersions } = schema;
const { cityReportPublications, cityReports } = schema;

/**
 * Deletes assessments with everything below them. The log and the publications go first: their triggers let rows of
 * a demonstration go only while its assessment is there.
 */
export async function deleteAssessments(db: Database, ids: string[]): Promise<void> {
  const digests = await filesOf(db, ids);
  await db.delete(auditEntries).where(inArray(auditEntries.scope, ids));
  const published = db
    .select({ id: publications.id })
    .from(publications)
    .where(inArray(publications.assessmentId, ids));
  await db.delete(publicationPackages).where(inArray(publicationPackages.publicationId, published));
  await db.delete(publications).where(inArray(publications.assessmentId, ids));
  await db.delete(assessments).where(inArray(assessments.id, ids));
  // The same file may be evidence in an assessment that stays.
  await db.delete(files).where(and(inArray(files.sha256, digests), unheld(files, files.sha256)));
}

async function filesOf(db: Database, ids: string[]): Promise<string[]> {
  const pieces = await db
    .selectDistinct({ sha256: evidence.fileSha256 })
    .from(evidence)
    .where(inArray(evidence.assessmentId, ids));
  const reports = await db
    .selectDistinct({ sha256: reportArchiveParts.fileSha256 })
    .from(reportArchiveParts)
    .innerJoin(reportArchives, eq(reportArchives.id, reportArchiveParts.archiveId))
    .innerJoin(publications, eq(publications.id, reportArchives.publicationId))
    .where(inArray(publications.assessmentId, ids));
  const pages = await db
    .selectDistinct({ sha256: frozenPages.fileSha256 })
    .from(frozenPages)
    .where(inArray(frozenPages.assessmentId, ids));
  return [...pieces, ...pages, ...reports].flatMap(({ sha256 }) => (sha256 === null ? [] : [sha256]));
}

/** Deletes the annual reports of the demonstration, with their files; those that an assessment rests on stay. */
export async function deleteReports(db: Database): Promise<void> {
  const { id, demonstration, fileSha256 } = unitReportVersions;
  const filed = await db
    .delete(unitReportVersions)
    .where(and(eq(demonstration, true), unheld(unitReportVersions, id)))
    .returning({ one: fileSha256, other: fileSha256 });
  const written = await db
    .delete(unitReports)
    .where(eq(unitReports.demonstration, true))
    .returning({ one: unitReports.sourceSha256, other: unitReports.readingSha256 });
  const digests = [...filed, ...written].flatMap(({ one, other }) =>
    [one, other].filter((each) => each !== null),
  );
  await db.delete(files).where(and(inArray(files.sha256, digests), unheld(files, files.sha256)));
}

/** Annual reports of the city that were begun on results of the demonstration. */
export async function deleteCityReports(db: Database): Promise<void> {
  await db.delete(cityReportPublications).where(eq(cityReportPublications.demonstration, true));
  await db.delete(cityReports).where(eq(cityReports.demonstration, true));
}

/** Deletes accounts; those that have left traces in assessments that stay are emptied and closed instead. */
export async function deleteAccounts(db: Database, usernames: readonly string[], now: Date): Promise<number> {
  const found = await db
    .select({ id: users.id })
    .from(users)
    .where(inArray(users.username, [...usernames]));
  const ids = found.map(({ id }) => id);
  await db.delete(users).where(and(inArray(users.id, ids), unheld(users, users.id)));
  for (const { table, column, goesAlong } of referencesTo(users)) {
    if (goesAlong) await db.delete(table).where(inArray(column, ids));
  }
  await db
    .update(users)
    .set({ passwordHash: null, email: null, disabledAt: now })
    .where(inArray(users.id, ids));
  return ids.length;
}

/** True of rows that nothing keeps from being deleted. */
function unheld(target: PgTable, key: PgColumn): SQL | undefined {
  const holding = referencesTo(target).filter(({ holds }) => holds);
  return and(
    ...holding.map(({ table, column }) => notExists(sql`(select 1 from ${table} where ${column} = ${key})`)),
  );
}
