import { type Database, schema } from '@gongping/db';
import { and, eq, getTableColumns } from 'drizzle-orm';

const { scoreProposals, unitReportVersions } = schema;

export type ProposalRow = typeof scoreProposals.$inferSelect;
type Key = Pick<ProposalRow, 'assessmentId' | 'unitId' | 'indicatorId' | 'slot'>;

/** What was made of proposals for a unit, with the version of the report that each was of. */
export function listDecided(db: Database, of: { assessmentId: string; unitId: string }) {
  return db
    .select({ ...getTableColumns(scoreProposals), version: unitReportVersions.version })
    .from(scoreProposals)
    .innerJoin(unitReportVersions, eq(unitReportVersions.id, scoreProposals.reportVersionId))
    .where(and(eq(scoreProposals.assessmentId, of.assessmentId), eq(scoreProposals.unitId, of.unitId)));
}

export async function saveDecided(db: Database, row: ProposalRow): Promise<void> {
  const { assessmentId, unitId, indicatorId, slot } = scoreProposals;
  await db
    .insert(scoreProposals)
    .values(row)
    .onConflictDoUpdate({ target: [assessmentId, unitId, indicatorId, slot], set: row });
}

export async function dropDecided(db: Database, key: Key): Promise<void> {
  await db
    .delete(scoreProposals)
    .where(
      and(
        eq(scoreProposals.assessmentId, key.assessmentId),
        eq(scoreProposals.unitId, key.unitId),
        eq(scoreProposals.indicatorId, key.indicatorId),
        eq(scoreProposals.slot, key.slot),
      ),
    );
}
