import type { UnitSheet } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { askedOfUnit } from '../appeals/asked-before.ts';
import { toAssessmentSummary } from '../assessments/assessment.mapper.ts';
import { guidanceOf } from '../calibrations/read-guidance.ts';
import { listLeadTasks, toIndicator } from '../indicator-systems/indicator-system.service.ts';
import { toUnit, type UnitRow } from '../units/unit.service.ts';
import { isWritable } from './list-sheets.ts';
import { previousRound } from './previous-scores.ts';
import { readScores } from './read-scores.ts';
import { branchesTo } from './sheet-frame.ts';
import { findUnit, openSheets, type Cell, type Sheets } from './sheets.access.ts';

/**
 * One unit through all leaves that the person may look at, with last year's scores beside them.
 * @throws ProblemError `not-found`, `unit-not-assessed`
 */
export async function readUnitSheet(
  { db }: Dependencies,
  actor: Actor,
  wanted: { slug: string; unit: string },
): Promise<UnitSheet> {
  const sheets = await openSheets(db, actor, wanted.slug);
  const { assessment, frame } = sheets;
  const { unit, cells } = findUnit(sheets, wanted.unit);
  const leaves = cells.map(({ leaf }) => leaf);
  const tasks = await listLeadTasks(db, assessment.indicatorSystemId);
  const guidance = await guidanceOf(db, assessment.id);
  return {
    assessment: toAssessmentSummary(assessment, frame.units.length),
    unit: toUnit(unit),
    indicators: branchesTo(frame, leaves).map(toIndicator),
    scores: await readScores(db, sheets, cells),
    leadTasks: tasks
      .filter(({ unitCode }) => unitCode === unit.code)
      .map(({ clause, role, text }) => ({ clause, role, text })),
    writable: isWritable(sheets, cells),
    held: sheets.held,
    guidance: Object.fromEntries(
      leaves.flatMap(({ row }) => {
        const note = guidance.get(row.id);
        return note ? [[row.code, note]] : [];
      }),
    ),
    previous: await readPrevious(db, sheets, { unit, cells }),
  };
}

/** Last year's scores of the unit by indicator code, as far as the person may look at the leaf this year. */
async function readPrevious(
  db: Database,
  { assessment }: Sheets,
  { unit, cells }: { unit: UnitRow; cells: readonly Cell[] },
): Promise<UnitSheet['previous']> {
  const earlier = await previousRound(db, assessment, unit.id);
  if (!earlier) return {};
  const asked = await askedOfUnit(db, earlier.id, unit.id);
  const visible = new Set(cells.map(({ leaf }) => leaf.row.code));
  return Object.fromEntries(
    earlier.scores
      .filter(({ indicatorCode }) => visible.has(indicatorCode))
      .map(({ indicatorCode, state, marks, fullMarks }) => [
        indicatorCode,
        { state, marks, fullMarks, rectification: asked.get(indicatorCode) ?? null },
      ]),
  );
}
