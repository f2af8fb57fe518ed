import type { Database } from '@gongping/db';
import { formOfYear, type FormName } from '@gongping/annual-report';
import { isPlatformOrganiser, type Actor } from '../../http/actor.ts';
import { ProblemError } from '../../http/problem-error.ts';
import * as repository from './unit-report.repository.ts';
import type { UnitRow } from './unit-report.repository.ts';

/** What somebody may do with the reports of a unit. */
export interface ReportRights {
  /** Writes and files them: the unit's liaison, and the organiser for it. */
  readonly writes: boolean;
  /** Reads what all units have filed and how they stand. */
  readonly oversees: boolean;
}

interface VisibleUnit {
  readonly unit: UnitRow;
  readonly rights: ReportRights;
}

/** The report of a unit for a year as one person may look at it. */
export interface OpenReport extends VisibleUnit {
  readonly year: number;
  readonly form: FormName;
}

/**
 * The units whose reports a person may look at, by code. A liaison has its own, whatever the round: a report belongs to
 * none. The organiser of the platform has all, those of single rounds and their reviewers the units of these, evaluators
 * the units that they score.
 */
export async function visibleUnits(db: Database, actor: Actor): Promise<VisibleUnit[]> {
  const { grants } = actor;
  const spoken = new Set(
    grants.flatMap(({ role, unitId }) => (role === 'liaison' && unitId ? [unitId] : [])),
  );
  const organises = isPlatformOrganiser(actor);
  const roundsAs = (role: 'organiser' | 'reviewer') =>
    grants.flatMap((grant) => (grant.role === role && grant.assessmentId ? [grant.assessmentId] : []));
  const organised = new Set(await repository.listUnitsOfRounds(db, roundsAs('organiser')));
  const isReviewer = grants.some(({ role, assessmentId }) => role === 'reviewer' && assessmentId === null);
  const reviewed = new Set(await repository.listUnitsOfRounds(db, roundsAs('reviewer')));
  const isEvaluator = grants.some(({ role }) => role === 'evaluator');
  const scored = new Set(isEvaluator ? await repository.listAssignedUnits(db, actor.id) : []);
  return (await repository.listUnits(db)).flatMap((unit): VisibleUnit[] => {
    const oversees = organises || organised.has(unit.id);
    const writes = oversees || spoken.has(unit.id);
    const reads = writes || isReviewer || reviewed.has(unit.id) || scored.has(unit.id);
    return reads ? [{ unit, rights: { writes, oversees } }] : [];
  });
}

/** @throws ProblemError `not-found` where there is no such report, or it is not the person's to see */
export async function openReport(
  db: Database,
  actor: Actor,
  wanted: { unit: string; year: number },
): Promise<OpenReport> {
  const form = formOfYear(wanted.year);
  if (form === null) throw new ProblemError('not-found');
  const found = (await visibleUnits(db, actor)).find(({ unit }) => unit.code === wanted.unit);
  if (!found) throw new ProblemError('not-found');
  return { ...found, year: wanted.year, form };
}

/**
 * As `openReport`, for somebody who wants to write it.
 * @throws ProblemError `not-found`, `report-not-obliged`
 */
export async function openOwnReport(
  db: Database,
  actor: Actor,
  wanted: { unit: string; year: number },
): Promise<OpenReport> {
  const open = await openReport(db, actor, wanted);
  if (!open.rights.writes) throw new ProblemError('not-found');
  if (!open.unit.filesAnnualReport) {
    throw new ProblemError('report-not-obliged', { values: { unit: open.unit.nameZh } });
  }
  return open;
}

/** The unit as its report names it. */
export const reportingUnit = ({ nameZh, kind }: UnitRow) => ({ name: nameZh, kind });
