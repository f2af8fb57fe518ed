import type { AssessmentProgress, ScoreState, UnitKind } from '@gongping/contracts';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { readStands } from '../score-sheets/cell-stands.ts';
import { leavesOf, type Leaf } from '../score-sheets/sheet-frame.ts';
import { visibleAssessment } from './assessment.access.ts';
import { assessmentFrame, familyCodes, leavesFor, type AssessmentFrame } from './assessment-frame.ts';
import { answersByUnit, surveyWithin } from '../surveys/survey.service.ts';
import * as repository from './progress.repository.ts';

const key = (unitId: string, what: string) => `${unitId} ${what}`;

/**
 * Where a round stands. Leaves outside the 100 (bonus, vetoes) may stay empty and are not counted; their cells can be
 * unassigned all the same.
 *
 * @throws ProblemError `not-found`, `forbidden`
 */
export async function assessmentProgress(
  { db }: Pick<Dependencies, 'db'>,
  actor: Actor,
  slug: string,
): Promise<AssessmentProgress> {
  const roles = ['organiser', 'leader', 'reviewer'] as const;
  const assessment = await visibleAssessment(db, actor, { slug, roles });
  const frame = await assessmentFrame(db, assessment);
  const all = leavesOf(frame);
  const leaves = all.filter(({ row }) => row.role === 'score');
  const wanted = { assessmentId: assessment.id, units: frame.units, leaves: all };
  const stands = await readStands(db, wanted, { scores: true, rater: null });
  const assigned = await repository.listAssignedCells(db, assessment.id);
  const survey = await surveyWithin(db, assessment.id);
  const responses = survey ? await answersByUnit(db, survey.id) : [];

  const withEvaluator = new Set(assigned.map((row) => key(row.unitId, `${row.family} ${row.slot}`)));
  const answers = new Map(responses.map((row) => [row.unitId, row.responses]));
  const slots = assessment.procedure.doubleScoring ? [1, 2] : [1];
  const families = frame.families.filter(({ role }) => role === 'score');
  const every = { county: leavesOfKind(all, 'county'), department: leavesOfKind(all, 'department') };
  const counted = { county: leavesOfKind(leaves, 'county'), department: leavesOfKind(leaves, 'department') };
  const toAssign = {
    county: familiesOfKind(frame, 'county'),
    department: familiesOfKind(frame, 'department'),
  };

  return {
    units: frame.units.map((unit) => {
      const own = counted[unit.kind];
      const inState = (state: ScoreState) =>
        own.filter((leaf) => stands.stateOf(unit.id, leaf, null) === state).length;
      const of = { slot: null, blind: false };
      return {
        unitId: unit.id,
        code: unit.code,
        name: { zh: unit.nameZh, en: unit.nameEn },
        kind: unit.kind,
        leaves: own.length,
        scored: inState('scored'),
        notApplicable: inState('not_applicable'),
        // A bonus without its reason too.
        incomplete: every[unit.kind].filter((leaf) => stands.missing(unit.id, leaf, of).length > 0).length,
        lastChange: stands.lastChange(unit.id)?.toISOString() ?? null,
        responses: answers.get(unit.id) ?? 0,
      };
    }),
    families: families.map(({ code, name }) => ({ code, name })),
    cells: frame.units.flatMap((unit) => {
      const byFamily = Map.groupBy(counted[unit.kind], ({ family }) => family);
      return families.map(({ code }) => {
        const own = byFamily.get(code) ?? [];
        const done = own.filter((leaf) => stands.stateOf(unit.id, leaf, null) !== 'unscored');
        return { unitId: unit.id, family: code, done: own.length === 0 ? null : done.length / own.length };
      });
    }),
    unassigned: frame.units
      .flatMap((unit) =>
        toAssign[unit.kind].flatMap((code) => slots.map((slot) => key(unit.id, `${code} ${slot}`))),
      )
      .filter((cell) => !withEvaluator.has(cell)).length,
  };
}

function leavesOfKind(leaves: readonly Leaf[], kind: UnitKind): Leaf[] {
  return leaves.filter(({ row }) => row.unitKinds.includes(kind));
}

/** Codes of the families with a leaf for the kind; bonus and vetoes too. */
function familiesOfKind(frame: AssessmentFrame, kind: UnitKind): string[] {
  const familyOf = familyCodes(frame.indicators);
  const leaves = leavesFor(frame.indicators, kind);
  return [...new Set(leaves.map(({ code }) => familyOf.get(code) ?? code))];
}
