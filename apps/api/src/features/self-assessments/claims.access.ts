import type { Database } from '@gongping/db';
import { hasRole, type Actor } from '../../http/actor.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { visibleAssessment } from '../assessments/assessment.access.ts';
import { assessmentFrame, type AssessmentFrame } from '../assessments/assessment-frame.ts';
import { leavesOf, type Leaf } from '../score-sheets/sheet-frame.ts';
import { cellsOf, type Cell } from '../score-sheets/sheets.access.ts';
import type { UnitRow } from '../units/unit.service.ts';

/** The self-assessments of a round as one person may look at them: a liaison its own, organisers and reviewers all. */
export interface Claims {
  readonly assessment: AssessmentFrame['assessment'];
  readonly frame: AssessmentFrame;
  readonly leaves: readonly Leaf[];
  /** Units that the person may look at, by code. */
  readonly units: readonly UnitRow[];
  /** Whether the person speaks for the unit; phase and day decide besides. */
  writes(unitId: string): boolean;
}

/** @throws ProblemError `not-found`, `forbidden` as `visibleAssessment` */
export async function openClaims(db: Database, actor: Actor, slug: string): Promise<Claims> {
  const roles = ['liaison', 'organiser', 'reviewer'] as const;
  const assessment = await visibleAssessment(db, actor, { slug, roles });
  const frame = await assessmentFrame(db, assessment);
  const overseen = hasRole(actor, ['organiser', 'reviewer'], assessment.id);
  const writes = (unitId: string) => speaksFor(actor, { assessmentId: assessment.id, unitId });
  const units = frame.units.filter(({ id }) => overseen || writes(id));
  return { assessment, frame, leaves: leavesOf(frame), units, writes };
}

/** Whether the person is the unit's liaison in the round. */
export function speaksFor(actor: Actor, of: { assessmentId: string; unitId: string }): boolean {
  return actor.grants.some(
    ({ role, assessmentId, unitId }) =>
      role === 'liaison' &&
      unitId === of.unitId &&
      (assessmentId === null || assessmentId === of.assessmentId),
  );
}

/** @throws ProblemError `not-found` where the unit is not there or not the person's to see: both look the same */
export function findClaimUnit(claims: Claims, code: string): { unit: UnitRow; cells: Cell[] } {
  const unit = claims.units.find((each) => each.code === code);
  if (!unit) throw new ProblemError('not-found');
  return { unit, cells: cellsOf(claims.leaves, unit) };
}

/** As `findClaimUnit`, for somebody who speaks for it. */
export function findOwnUnit(claims: Claims, code: string): { unit: UnitRow; cells: Cell[] } {
  const found = findClaimUnit(claims, code);
  if (!claims.writes(found.unit.id)) throw new ProblemError('not-found');
  return found;
}

/** A leaf of one's own unit. @throws ProblemError `not-found` */
export function findOwnCell(claims: Claims, wanted: { unit: string; indicator: string }): Cell {
  const { cells } = findOwnUnit(claims, wanted.unit);
  const cell = cells.find(({ leaf }) => leaf.row.code === wanted.indicator);
  if (!cell) throw new ProblemError('not-found');
  return cell;
}
