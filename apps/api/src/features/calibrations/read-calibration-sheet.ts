import { isOpen, type CalibrationSheet, type Score } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { toAssessmentSummary } from '../assessments/assessment.mapper.ts';
import { toIndicator } from '../indicator-systems/indicator-system.service.ts';
import { toScore } from '../score-sheets/score.mapper.ts';
import { branchesTo } from '../score-sheets/sheet-frame.ts';
import type { Cell } from '../score-sheets/sheets.access.ts';
import { toUnit } from '../units/unit.service.ts';
import { findReference, openCalibration, stateOf } from './calibration.access.ts';
import { listSubmissions } from './calibration.repository.ts';
import { findEntry, listEntries, type EntryRow } from './entry.repository.ts';

/**
 * A reference unit as the evaluator scores it to calibrate: their own entries and nobody else's.
 * @throws ProblemError `not-found` where it is not one that the person scores
 */
export async function readCalibrationSheet(
  { db }: Pick<Dependencies, 'db'>,
  actor: Actor,
  wanted: { slug: string; unit: string },
): Promise<CalibrationSheet> {
  const found = await openCalibration(db, actor, wanted.slug);
  const { unit, cells } = findReference(found, wanted.unit);
  const { assessment, frame } = found.sheets;
  const submissions = await listSubmissions(db, assessment.id);
  const submitted = submissions.find(({ raterId }) => raterId === actor.id);
  const rows = await listEntries(db, assessment.id, { raterId: actor.id, unitIds: [unit.id] });
  const byLeaf = new Map(rows.map((row) => [row.indicatorId, row]));
  const state = stateOf(found);
  const leaves = cells.map(({ leaf }) => leaf);
  return {
    assessment: toAssessmentSummary(assessment, frame.units.length),
    unit: toUnit(unit),
    units: found.units.filter(({ id }) => id !== actor.homeUnitId).map(toUnit),
    indicators: branchesTo(frame, leaves).map(toIndicator),
    entries: cells.map((cell) => toEntry(cell, byLeaf.get(cell.leaf.row.id))),
    writable: state === 'open' && !submitted && isOpen('calibration.write', assessment.phase),
    state,
    submittedAt: submitted?.submittedAt.toISOString() ?? null,
  };
}

/** One entry of the evaluator as it stands. */
export async function readEntry(
  db: Database,
  cell: Cell,
  of: { assessmentId: string; raterId: string },
): Promise<Score> {
  const key = { ...of, unitId: cell.unit.id, indicatorId: cell.leaf.row.id };
  return toEntry(cell, await findEntry(db, key));
}

/** An entry wants no evidence: it is about how the rule is read. */
function toEntry(cell: Cell, row: EntryRow | undefined): Score {
  const entry = toScore(cell, row, []);
  return { ...entry, missing: entry.missing.filter((each) => each !== 'evidence') };
}
