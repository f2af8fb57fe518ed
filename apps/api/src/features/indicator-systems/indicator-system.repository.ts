import { type Database, schema } from '@gongping/db';
import { inBatches } from '../../tables/run-import.ts';
import { and, asc, desc, eq, getTableColumns, isNotNull, sql } from 'drizzle-orm';

const { indicatorSystems, indicators } = schema;

export type IndicatorSystemRow = typeof indicatorSystems.$inferSelect;
export type IndicatorRow = typeof indicators.$inferSelect;

/** So that instances that start together do not fill an empty database twice. Held to the transaction's end. */
export async function lockTemplates(db: Database): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended('templates', 0))`);
}

/** Newest first, with the number of leaves. */
export function listSystems(db: Database) {
  const { notice: _notice, leadTasks: _leadTasks, ...summary } = getTableColumns(indicatorSystems);
  return db
    .select({ ...summary, leaves: sql<number>`count(${indicators.id})::int` })
    .from(indicatorSystems)
    .leftJoin(indicators, and(eq(indicators.systemId, indicatorSystems.id), isNotNull(indicators.rule)))
    .groupBy(indicatorSystems.id)
    .orderBy(sql`${indicatorSystems.createdAt} desc`, sql`${indicatorSystems.version} desc`);
}

export async function findSystem(db: Database, systemId: string): Promise<IndicatorSystemRow | undefined> {
  const [row] = await db.select().from(indicatorSystems).where(eq(indicatorSystems.id, systemId));
  return row;
}

/** Nobody else adds a version until the transaction ends; reading goes on. */
export async function holdSystems(db: Database): Promise<void> {
  await db.execute(sql`lock table ${indicatorSystems} in share row exclusive mode`);
}

/** A version of a system. @param version null for the newest */
export async function findVersion(
  db: Database,
  code: string,
  version: number | null,
): Promise<IndicatorSystemRow | undefined> {
  const wanted = version === null ? undefined : eq(indicatorSystems.version, version);
  const [row] = await db
    .select()
    .from(indicatorSystems)
    .where(and(eq(indicatorSystems.code, code), wanted))
    .orderBy(desc(indicatorSystems.version))
    .limit(1);
  return row;
}

export async function freezeSystem(db: Database, systemId: string, now: Date): Promise<void> {
  await db.update(indicatorSystems).set({ frozenAt: now }).where(eq(indicatorSystems.id, systemId));
}

/** As `findSystem`; nobody else changes it until the transaction ends. */
export async function holdSystem(db: Database, systemId: string): Promise<IndicatorSystemRow | undefined> {
  const [row] = await db
    .select()
    .from(indicatorSystems)
    .where(eq(indicatorSystems.id, systemId))
    .for('update');
  return row;
}

/** Writes what a draft says of itself, and its revision. */
export async function updateSystem(
  db: Database,
  { id, title, notice, revision }: Pick<IndicatorSystemRow, 'id' | 'title' | 'notice' | 'revision'>,
): Promise<void> {
  await db.update(indicatorSystems).set({ title, notice, revision }).where(eq(indicatorSystems.id, id));
}

/** Puts other nodes in the place of a draft's. */
export async function replaceIndicators(db: Database, systemId: string, rows: IndicatorRow[]): Promise<void> {
  await db.delete(indicators).where(eq(indicators.systemId, systemId));
  await insertIndicators(db, rows);
}

/** With its nodes. */
export async function deleteSystem(db: Database, systemId: string): Promise<void> {
  await db.delete(indicatorSystems).where(eq(indicatorSystems.id, systemId));
}

/** Parents before children, in printing order. */
export function listIndicators(db: Database, systemId: string): Promise<IndicatorRow[]> {
  return db
    .select()
    .from(indicators)
    .where(eq(indicators.systemId, systemId))
    .orderBy(asc(indicators.position));
}

export async function insertSystem(
  db: Database,
  system: IndicatorSystemRow,
  rows: IndicatorRow[],
): Promise<void> {
  await db.insert(indicatorSystems).values(system);
  await insertIndicators(db, rows);
}

async function insertIndicators(db: Database, rows: IndicatorRow[]): Promise<void> {
  await inBatches(rows, async (batch) => {
    await db.insert(indicators).values(batch);
  });
}
