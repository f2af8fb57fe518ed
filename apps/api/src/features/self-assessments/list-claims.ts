import type { Claim, ClaimList, ClaimProgress } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { toAssessmentSummary } from '../assessments/assessment.mapper.ts';
import { countScores } from '../score-sheets/sheet-counts.ts';
import { cellsOf, type Cell } from '../score-sheets/sheets.access.ts';
import { toUnit, type UnitRow } from '../units/unit.service.ts';
import { toReopening, toSubmission } from './claim.mapper.ts';
import { lastDayOf } from './claim-stand.ts';
import { listReopenings, listSubmissions } from './claim-stand.repository.ts';
import { openClaims, type Claims } from './claims.access.ts';
import { readClaims } from './read-claims.ts';

/** How far the units that the person may look at have come. */
export async function listClaimProgress(
  { db }: Dependencies,
  actor: Actor,
  { slug }: { slug: string },
): Promise<ClaimList> {
  const claims = await openClaims(db, actor, slug);
  const { assessment, frame, units } = claims;
  return {
    assessment: toAssessmentSummary(assessment, frame.units.length),
    units: await progressOf(db, claims, units),
  };
}

/** One unit's line. */
export async function claimProgressOf(db: Database, claims: Claims, unit: UnitRow): Promise<ClaimProgress> {
  const [line] = await progressOf(db, claims, [unit]);
  if (!line) throw new Error('A unit has a line.');
  return line;
}

/** In four queries, however many units there are. */
async function progressOf(
  db: Database,
  { assessment, leaves }: Claims,
  units: readonly UnitRow[],
): Promise<ClaimProgress[]> {
  const cells = units.map((unit) => cellsOf(leaves, unit));
  const all = await readClaims(db, assessment.id, cells.flat());
  const claimsOf = Map.groupBy(all, ({ unitId }) => unitId);
  const unitIds = units.map(({ id }) => id);
  const submissions = await listSubmissions(db, assessment.id, unitIds);
  const reopenings = await listReopenings(db, assessment.id, unitIds);
  return units.map((unit, index) => {
    const reopening = reopenings.find(({ unitId }) => unitId === unit.id);
    return {
      unit: toUnit(unit),
      ...counted(cells[index] ?? [], claimsOf.get(unit.id) ?? []),
      submission: toSubmission(submissions.find(({ unitId }) => unitId === unit.id)),
      reopening: toReopening(reopening),
      lastDay: lastDayOf(assessment, reopening),
    };
  });
}

function counted(cells: readonly Cell[], claims: readonly Claim[]) {
  const changes = claims.flatMap(({ updatedAt }) => updatedAt ?? []);
  return { ...countScores(cells, claims), lastChange: changes.toSorted().at(-1) ?? null };
}
