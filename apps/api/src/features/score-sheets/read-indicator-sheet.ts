import type { IndicatorSheet } from '@gongping/contracts';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { toAssessmentSummary } from '../assessments/assessment.mapper.ts';
import { guidanceOf } from '../calibrations/read-guidance.ts';
import { toIndicator } from '../indicator-systems/indicator-system.service.ts';
import { toUnit } from '../units/unit.service.ts';
import { readScores } from './read-scores.ts';
import { branchesTo } from './sheet-frame.ts';
import { openSheets, visibleCells } from './sheets.access.ts';

/**
 * One leaf across all units that the person may look at.
 * @throws ProblemError `not-found` where the leaf does not count or nothing of it is the person's
 */
export async function readIndicatorSheet(
  { db }: Dependencies,
  actor: Actor,
  wanted: { slug: string; indicator: string },
): Promise<IndicatorSheet> {
  const sheets = await openSheets(db, actor, wanted.slug);
  const { assessment, frame, sight, held } = sheets;
  const leaf = sheets.leaves.find(({ row }) => row.code === wanted.indicator);
  if (!leaf) throw new ProblemError('not-found');
  const cells = frame.units.flatMap((unit) => visibleCells({ ...sheets, leaves: [leaf] }, unit));
  if (cells.length === 0) throw new ProblemError('not-found');
  const scoring = assessment.phase === 'scoring' && !held;
  const guidance = await guidanceOf(db, assessment.id);
  return {
    assessment: toAssessmentSummary(assessment, frame.units.length),
    indicator: toIndicator(leaf.row),
    parents: branchesTo(frame, [leaf])
      .filter(({ code }) => code !== leaf.row.code)
      .map(({ code, name }) => ({ code, name })),
    units: cells.map(({ unit }) => toUnit(unit)),
    scores: await readScores(db, sheets, cells),
    writableUnitIds: cells
      .filter(({ unit }) => scoring && sight.writes(unit.id, leaf) && !sight.hasHandedIn(unit.id, leaf))
      .map(({ unit }) => unit.id),
    held,
    guidance: guidance.get(leaf.row.id) ?? null,
  };
}
