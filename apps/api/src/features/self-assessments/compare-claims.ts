import { isOpen, type ClaimsBeside } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import { hasRole, type Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { findUnit, openSheets, visibleCells, type Cell, type Sheets } from '../score-sheets/sheets.access.ts';
import { listSubmissions } from './claim-stand.repository.ts';
import { readClaims } from './read-claims.ts';

/**
 * What a unit says of itself, beside the scores that the person may look at.
 * @throws ProblemError `not-found`, `unit-not-assessed` as the score sheet
 */
export async function claimsOfUnit(
  { db }: Dependencies,
  actor: Actor,
  wanted: { slug: string; unit: string },
): Promise<ClaimsBeside> {
  const sheets = await openSheets(db, actor, wanted.slug);
  return beside(db, actor, { sheets, cells: findUnit(sheets, wanted.unit).cells });
}

/**
 * What all units say of themselves at a leaf, as far as the person may look at its scores.
 * @throws ProblemError `not-found` as the sheet of the indicator
 */
export async function claimsOfIndicator(
  { db }: Dependencies,
  actor: Actor,
  wanted: { slug: string; indicator: string },
): Promise<ClaimsBeside> {
  const sheets = await openSheets(db, actor, wanted.slug);
  const leaves = sheets.leaves.filter(({ row }) => row.code === wanted.indicator);
  const cells = sheets.frame.units.flatMap((unit) => visibleCells({ ...sheets, leaves }, unit));
  if (cells.length === 0) throw new ProblemError('not-found');
  return beside(db, actor, { sheets, cells });
}

/**
 * Organisers and reviewers see every claim; evaluators those that were handed in, once the units have had their time,
 * and only where the organiser lets them.
 */
export function mayCompare(actor: Actor, { assessment }: Sheets, handedIn: boolean): boolean {
  const { phase, procedure } = assessment;
  if (!procedure.selfAssessment) return false;
  if (hasRole(actor, ['organiser', 'reviewer'], assessment.id)) return true;
  return handedIn && procedure.claimsShown && isOpen('claim.compare', phase);
}

async function beside(
  db: Database,
  actor: Actor,
  { sheets, cells }: { sheets: Sheets; cells: readonly Cell[] },
): Promise<ClaimsBeside> {
  if (!mayCompare(actor, sheets, true)) return { shown: false, claims: [], submittedUnitIds: [] };
  const { id } = sheets.assessment;
  const unitIds = [...new Set(cells.map(({ unit }) => unit.id))];
  const submissions = await listSubmissions(db, id, unitIds);
  const submitted = new Set(submissions.map(({ unitId }) => unitId));
  const shown = cells.filter(({ unit }) => mayCompare(actor, sheets, submitted.has(unit.id)));
  return { shown: true, claims: await readClaims(db, id, shown), submittedUnitIds: [...submitted] };
}
