import { type Database, schema } from '@gongping/db';
import { eq, sql } from 'drizzle-orm';

const { units } = schema;

export type UnitRow = typeof units.$inferSelect;

export function listUnits(db: Database): Promise<UnitRow[]> {
  return db.select().from(units).orderBy(units.code);
}

export async function findUnit(db: Database, unitId: string): Promise<UnitRow | undefined> {
  const [row] = await db.select().from(units).where(eq(units.id, unitId)).for('update');
  return row;
}

/** Nobody else adds or changes units until the transaction ends; reading goes on. */
export async function holdUnits(db: Database): Promise<void> {
  await db.execute(sql`lock table ${units} in share row exclusive mode`);
}

export async function insertUnit(db: Database, row: UnitRow): Promise<void> {
  await insertUnits(db, [row]);
}

export async function insertUnits(db: Database, rows: UnitRow[]): Promise<void> {
  await db.insert(units).values(rows);
}

/** Leaves units alone whose code is there already. */
export async function insertMissingUnits(db: Database, rows: UnitRow[]): Promise<void> {
  await db.insert(units).values(rows).onConflictDoNothing({ target: units.code });
}

export async function updateUnit(db: Database, row: UnitRow): Promise<void> {
  await db.update(units).set(row).where(eq(units.id, row.id));
}
