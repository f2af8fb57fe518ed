import { type Database, schema } from '@gongping/db';
import { and, count, desc, eq, getTableColumns, inArray, isNotNull, sql, sum } from 'drizzle-orm';

const {
  assessments,
  assessmentUnits,
  assignments,
  files,
  reportTerms,
  unitReports,
  unitReportVersions,
  units,
  users,
} = schema;

export type UnitRow = typeof units.$inferSelect;
export type DraftRow = typeof unitReports.$inferSelect;
export type VersionRow = typeof unitReportVersions.$inferSelect;
export type TermsRow = typeof reportTerms.$inferSelect;

interface ReportKey {
  readonly unitId: string;
  readonly year: number;
}

const draftOf = ({ unitId, year }: ReportKey) =>
  and(eq(unitReports.unitId, unitId), eq(unitReports.year, year));
const versionsOf = ({ unitId, year }: ReportKey) =>
  and(eq(unitReportVersions.unitId, unitId), eq(unitReportVersions.year, year));

/** All units by code. */
export function listUnits(db: Database): Promise<UnitRow[]> {
  return db.select().from(units).orderBy(units.code);
}

/** Units of some assessments. */
export async function listUnitsOfRounds(db: Database, assessmentIds: string[]): Promise<string[]> {
  if (assessmentIds.length === 0) return [];
  const rows = await db
    .selectDistinct({ unitId: assessmentUnits.unitId })
    .from(assessmentUnits)
    .where(inArray(assessmentUnits.assessmentId, assessmentIds));
  return rows.map(({ unitId }) => unitId);
}

/** Units that somebody scores any family of. */
export async function listAssignedUnits(db: Database, evaluatorId: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ unitId: assignments.unitId })
    .from(assignments)
    .where(eq(assignments.evaluatorId, evaluatorId));
  return rows.map(({ unitId }) => unitId);
}

export async function findDraft(db: Database, key: ReportKey) {
  const [row] = await db
    .select({ ...getTableColumns(unitReports), updatedByName: users.displayName })
    .from(unitReports)
    .innerJoin(users, eq(users.id, unitReports.updatedBy))
    .where(draftOf(key));
  return row;
}

/** Nobody else writes this report until the transaction ends, whether there is one already or not. */
export async function lockReport(db: Database, { unitId, year }: ReportKey): Promise<DraftRow | undefined> {
  await db.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`unit-report/${unitId}/${year}`}, 0))`,
  );
  const [row] = await db.select().from(unitReports).where(draftOf({ unitId, year }));
  return row;
}

export async function saveDraft(db: Database, row: DraftRow): Promise<void> {
  const { unitId: _unit, year: _year, ...set } = row;
  await db
    .insert(unitReports)
    .values(row)
    .onConflictDoUpdate({ target: [unitReports.unitId, unitReports.year], set });
}

/** What was filed, newest first, without the reports. */
export function listVersions(db: Database, key: ReportKey) {
  const { report: _report, ...columns } = getTableColumns(unitReportVersions);
  return db
    .select({ ...columns, filedByName: users.displayName })
    .from(unitReportVersions)
    .innerJoin(users, eq(users.id, unitReportVersions.filedBy))
    .where(versionsOf(key))
    .orderBy(desc(unitReportVersions.version));
}

/** @param version null for the newest */
export async function findVersion(db: Database, { version, ...key }: ReportKey & { version: number | null }) {
  const [row] = await db
    .select({ ...getTableColumns(unitReportVersions), filedByName: users.displayName })
    .from(unitReportVersions)
    .innerJoin(users, eq(users.id, unitReportVersions.filedBy))
    .where(and(versionsOf(key), version === null ? undefined : eq(unitReportVersions.version, version)))
    .orderBy(desc(unitReportVersions.version))
    .limit(1);
  return row;
}

/** The newest version of each of some units, by unit. */
export async function listNewest(db: Database, { year, unitIds }: { year: number; unitIds: string[] }) {
  if (unitIds.length === 0) return [];
  return db
    .selectDistinctOn([unitReportVersions.unitId])
    .from(unitReportVersions)
    .where(and(eq(unitReportVersions.year, year), inArray(unitReportVersions.unitId, unitIds)))
    .orderBy(unitReportVersions.unitId, desc(unitReportVersions.version));
}

/** As `listNewest`, without the reports: a whole city's are many megabytes. */
export async function listNewestHeads(db: Database, { year, unitIds }: { year: number; unitIds: string[] }) {
  if (unitIds.length === 0) return [];
  const { report: _report, ...columns } = getTableColumns(unitReportVersions);
  return db
    .selectDistinctOn([unitReportVersions.unitId], columns)
    .from(unitReportVersions)
    .where(and(eq(unitReportVersions.year, year), inArray(unitReportVersions.unitId, unitIds)))
    .orderBy(unitReportVersions.unitId, desc(unitReportVersions.version));
}

/** The reports of some versions, by their ids. */
export async function listReports(db: Database, ids: string[]) {
  if (ids.length === 0) return new Map<string, VersionRow['report']>();
  const rows = await db
    .select({ id: unitReportVersions.id, report: unitReportVersions.report })
    .from(unitReportVersions)
    .where(inArray(unitReportVersions.id, ids));
  return new Map(rows.map(({ id, report }) => [id, report]));
}

/** When each of some units filed first. */
export async function listFirstFiled(db: Database, { year, unitIds }: { year: number; unitIds: string[] }) {
  if (unitIds.length === 0) return [];
  return db
    .select({ unitId: unitReportVersions.unitId, filedAt: unitReportVersions.filedAt })
    .from(unitReportVersions)
    .where(
      and(
        eq(unitReportVersions.year, year),
        eq(unitReportVersions.version, 1),
        inArray(unitReportVersions.unitId, unitIds),
      ),
    );
}

/** Units that have written something for a year. */
export async function listStarted(db: Database, year: number): Promise<string[]> {
  const rows = await db
    .select({ unitId: unitReports.unitId })
    .from(unitReports)
    .where(eq(unitReports.year, year));
  return rows.map(({ unitId }) => unitId);
}

/** The first year whose reports an assessment judges; null where there is no assessment. */
export async function firstJudgedYear(db: Database): Promise<number | null> {
  const judged = sql<number | null>`min(coalesce(${assessments.reportYear}, ${assessments.year} - 1))`;
  const [row] = await db.select({ year: judged }).from(assessments);
  return row?.year ?? null;
}

/** Years that have reports. */
export async function listYears(db: Database): Promise<number[]> {
  const drafts = await db.selectDistinct({ year: unitReports.year }).from(unitReports);
  const filed = await db.selectDistinct({ year: unitReportVersions.year }).from(unitReportVersions);
  return [...drafts, ...filed].map(({ year }) => year);
}

export async function insertVersion(db: Database, row: VersionRow): Promise<void> {
  await db.insert(unitReportVersions).values(row);
}

/** Bytes of the files of what was filed. */
export async function filedBytes(db: Database, key: ReportKey): Promise<number> {
  const filed = db
    .selectDistinct({ sha256: unitReportVersions.fileSha256 })
    .from(unitReportVersions)
    .where(and(versionsOf(key), isNotNull(unitReportVersions.fileSha256)));
  const [row] = await db
    .select({ bytes: sum(files.size), files: count() })
    .from(files)
    .where(inArray(files.sha256, filed));
  return Number(row?.bytes ?? 0);
}

export async function findTerms(db: Database, year: number): Promise<TermsRow | undefined> {
  const [row] = await db.select().from(reportTerms).where(eq(reportTerms.year, year));
  return row;
}

export async function saveTerms(db: Database, row: TermsRow): Promise<void> {
  const { year: _year, ...set } = row;
  await db.insert(reportTerms).values(row).onConflictDoUpdate({ target: reportTerms.year, set });
}
