import type { Calibration } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import { hasRole, type Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { toAssessmentSummary } from '../assessments/assessment.mapper.ts';
import { toUnit } from '../units/unit.service.ts';
import { calibrationReport } from './calibration-report.ts';
import { cellsToCalibrate, openCalibration, stateOf, type OpenCalibration } from './calibration.access.ts';
import * as repository from './calibration.repository.ts';
import { hasEntries, listEntries } from './entry.repository.ts';
import { guidanceOf } from './read-guidance.ts';

/**
 * The calibration of a round: an evaluator's own stand, who has handed in for those who oversee it, and what everybody
 * entered once it is closed, but not before. In a fixed number of queries.
 * @throws ProblemError `not-found`, `forbidden`
 */
export async function readCalibration(
  { db }: Pick<Dependencies, 'db'>,
  actor: Actor,
  { slug }: { slug: string },
): Promise<Calibration> {
  const found = await openCalibration(db, actor, slug);
  const { sheets, row, units } = found;
  const { assessment, frame } = sheets;
  const state = stateOf(found);
  const overseen = hasRole(actor, ['organiser', 'reviewer'], assessment.id);
  const raters = overseen ? await repository.listRaters(db, assessment.id) : [];
  const submitted = await submissionsOf(db, assessment.id);
  return {
    assessment: toAssessmentSummary(assessment, frame.units.length),
    state,
    units: units.map(toUnit),
    holds: row?.holds ?? false,
    revision: row?.revision ?? 0,
    // Not even that somebody has begun is an evaluator's to know.
    begun: overseen && (await hasEntries(db, assessment.id)),
    closing: row?.closedAt
      ? { at: row.closedAt.toISOString(), by: row.closedByName, reason: row.closeReason }
      : null,
    own: state !== 'none' && found.rates ? await ownStand(db, found, submitted) : null,
    raters:
      state === 'none'
        ? []
        : raters.map((rater) => ({
            rater: { id: rater.id, displayName: rater.displayName },
            leaves: cellsToCalibrate(found, rater).length,
            submittedAt: submitted.get(rater.id)?.toISOString() ?? null,
          })),
    report: state === 'closed' ? await readReport(db, found) : null,
  };
}

async function submissionsOf(db: Database, assessmentId: string): Promise<ReadonlyMap<string, Date>> {
  const rows = await repository.listSubmissions(db, assessmentId);
  return new Map(rows.map(({ raterId, submittedAt }) => [raterId, submittedAt]));
}

async function ownStand(
  db: Database,
  found: OpenCalibration,
  submitted: ReadonlyMap<string, Date>,
): Promise<NonNullable<Calibration['own']>> {
  const { actor, assessment } = found.sheets;
  const cells = cellsToCalibrate(found, actor);
  const unitIds = [...new Set(cells.map(({ unit }) => unit.id))];
  const rows = await listEntries(db, assessment.id, { raterId: actor.id, unitIds });
  const done = new Set(
    rows.filter(({ state }) => state !== 'unscored').map((row) => `${row.unitId}/${row.indicatorId}`),
  );
  const units = unitIds.map((unitId) => {
    const of = cells.filter(({ unit }) => unit.id === unitId);
    const scored = of.filter(({ leaf }) => done.has(`${unitId}/${leaf.row.id}`));
    return { unitId, leaves: of.length, done: scored.length };
  });
  return {
    leaves: cells.length,
    done: units.reduce((sum, unit) => sum + unit.done, 0),
    submittedAt: submitted.get(actor.id)?.toISOString() ?? null,
    units,
  };
}

async function readReport(db: Database, found: OpenCalibration): Promise<Calibration['report']> {
  const { sheets, units } = found;
  const { id } = sheets.assessment;
  const entries = await listEntries(db, id, { unitIds: units.map((unit) => unit.id) });
  const guidance = await guidanceOf(db, id);
  const cells = cellsToCalibrate(found, { homeUnitId: null });
  const given = entries.filter(({ state }) => state !== 'unscored');
  return calibrationReport({ sheets, cells, entries: given, guidance });
}
