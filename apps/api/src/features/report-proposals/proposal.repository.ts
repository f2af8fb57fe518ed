import { type Database, schema } from '@gongping/db';
import { and, eq, getTableColumns } from 'drizzle-orm';

const { scoreProposals, unitReportVersions } = schema;

export type ProposalRow = typeof scoreProposals.$inferSelect;
type Key = Pick<ProposalRow, 'assessmentId' | 'unitId' | 'indicatorId' | 'slot'>;

/** What was made of a proposal, with the version of the report that it was of. */
export type DecidedRow = ProposalRow & { readonly version: number };

/** What was made of proposals for a unit, or for a leaf. */
export function listDecided(
  db: Database,
  of: { assessmentId: string; unitId: string } | { assessmentId: string; indicatorId: string },
): Promise<DecidedRow[]> {
  const isOf =
    'unitId' in of ? eq(scoreProposals.unitId, of.unitId) : eq(scoreProposals.indicatorId, of.indicatorId);
  return db
    .select({ ...getTableColumns(scoreProposals), version: unitReportVersions.version })
    .from(scoreProposals)
    .innerJoin(unitReportVersions, eq(unitReportVersions.id, scoreProposals.reportVersionId))
    .where(and(eq(scoreProposals.assessmentId, of.assessmentId), isOf));
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
