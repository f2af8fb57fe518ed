import type { openPointList } from '@gongping/contracts';
import type { z } from 'zod';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { visibleAssessment } from '../assessments/assessment.access.ts';
import { assessmentFrame, type AssessmentFrame } from '../assessments/assessment-frame.ts';
import { readStands, type CellStands } from '../score-sheets/cell-stands.ts';
import { leavesOf } from '../score-sheets/sheet-frame.ts';
import { assignedCells } from './result.repository.ts';
import { cellKey } from './round-facts.ts';

type OpenPointList = z.infer<typeof openPointList>;
type OpenPoint = OpenPointList['points'][number];

/** What keeps the scoring from being closed. @throws ProblemError `not-found`, `forbidden` */
export async function listOpenPoints(
  { db }: Dependencies,
  actor: Actor,
  slug: string,
): Promise<OpenPointList> {
  const assessment = await visibleAssessment(db, actor, { slug, roles: ['organiser'] });
  const frame = await assessmentFrame(db, assessment);
  const wanted = { assessmentId: assessment.id, units: frame.units, leaves: leavesOf(frame) };
  const stands = await readStands(db, wanted, { scores: true, rater: null });
  const raters = assessment.procedure.doubleScoring ? 2 : 1;
  const assigned = await assignedCells(db, assessment.id, raters);
  const points = openPoints(frame, { stands, assigned });
  return { points, total: points.length };
}

/**
 * Unit by unit: families that nobody scores, then leaf by leaf what is unscored or lacks its reason or evidence.
 * Bonus and veto leaves may stay empty. `assigned`: keys of unit and family that have their evaluators.
 */
function openPoints(
  frame: AssessmentFrame,
  { stands, assigned }: { stands: CellStands; assigned: ReadonlySet<string> },
): OpenPoint[] {
  const all = leavesOf(frame);
  const families = frame.families.filter(({ role }) => role === 'score');
  return frame.units.flatMap(({ id, code, nameZh, nameEn, kind }) => {
    const unit = { code, name: { zh: nameZh, en: nameEn } };
    const leaves = all.filter(({ row }) => row.unitKinds.includes(kind));
    const unassigned = families
      .filter((family) => leaves.some((leaf) => leaf.family === family.code))
      .filter((family) => !assigned.has(cellKey(code, family.code)))
      .map(({ code: family, name }) => {
        return { kind: 'unassigned' as const, unit, indicator: { code: family, name } };
      });
    const open = leaves.flatMap((leaf): OpenPoint[] => {
      const indicator = { code: leaf.row.code, name: leaf.row.name };
      if (stands.stateOf(id, leaf, null) === 'unscored')
        return leaf.row.role === 'score' ? [{ kind: 'unscored', unit, indicator }] : [];
      return stands.missing(id, leaf, { slot: null, blind: false }).map((missing) => ({
        kind: missing === 'reason' ? ('missing-reason' as const) : ('missing-evidence' as const),
        unit,
        indicator,
      }));
    });
    return [...unassigned, ...open];
  });
}
