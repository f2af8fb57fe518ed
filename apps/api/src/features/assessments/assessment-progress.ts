import type { AssessmentProgress } from '@gongping/contracts';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import type { IndicatorRow } from '../indicator-systems/indicator-system.service.ts';
import { missingOf } from '../score-sheets/missing.ts';
import type { UnitRow } from '../units/unit.service.ts';
import { visibleAssessment } from './assessment.access.ts';
import { assessmentFrame, familyCodes, fullMarksOf, leavesFor } from './assessment-frame.ts';
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
  const states = await repository.listScoreStates(db, assessment.id);
  const evidenced = await repository.listEvidencedLeaves(db, assessment.id);
  const assigned = await repository.listAssignedCells(db, assessment.id);
  const responses = await repository.countResponses(db, assessment.id);

  const touched = new Map(states.map((row) => [key(row.unitId, row.indicatorId), row]));
  const withEvidence = new Set(evidenced.map((row) => key(row.unitId, row.indicatorId)));
  const withEvaluator = new Set(assigned.map((row) => key(row.unitId, `${row.family} ${row.slot}`)));
  const answers = new Map(responses.map((row) => [row.unitId, row.responses]));
  const familyOf = familyCodes(frame.indicators);
  const slots = assessment.procedure.doubleScoring ? [1, 2] : [1];
  const families = frame.families.filter(({ role }) => role === 'score');
  const scoreOf = (unit: UnitRow, leaf: IndicatorRow) => touched.get(key(unit.id, leaf.id));
  const counted = (unit: UnitRow) =>
    leavesFor(frame.indicators, unit.kind).filter(({ role }) => role === 'score');

  return {
    units: frame.units.map((unit) => {
      const leaves = counted(unit);
      const done = leaves.flatMap((leaf) => {
        const score = scoreOf(unit, leaf);
        return score ? [{ leaf, score }] : [];
      });
      const incomplete = done.filter(
        ({ leaf, score }) =>
          leaf.rule !== null &&
          missingOf(
            score,
            { rule: leaf.rule, fullMarks: Number(fullMarksOf(leaf, unit.kind)) },
            withEvidence.has(key(unit.id, leaf.id)) ? 1 : 0,
          ).length > 0,
      );
      return {
        unitId: unit.id,
        code: unit.code,
        name: { zh: unit.nameZh, en: unit.nameEn },
        kind: unit.kind,
        leaves: leaves.length,
        scored: done.filter(({ score }) => score.state === 'scored').length,
        notApplicable: done.filter(({ score }) => score.state === 'not_applicable').length,
        incomplete: incomplete.length,
        lastChange: newest(done.map(({ score }) => score.updatedAt)),
        responses: answers.get(unit.id) ?? 0,
      };
    }),
    families: families.map(({ code, name }) => ({ code, name })),
    cells: frame.units.flatMap((unit) =>
      families.map(({ code }) => {
        const leaves = counted(unit).filter((leaf) => familyOf.get(leaf.code) === code);
        const done = leaves.filter((leaf) => (scoreOf(unit, leaf)?.state ?? 'unscored') !== 'unscored');
        return {
          unitId: unit.id,
          family: code,
          done: leaves.length === 0 ? null : done.length / leaves.length,
        };
      }),
    ),
    unassigned: frame.units
      .flatMap((unit) => {
        const leaves = leavesFor(frame.indicators, unit.kind);
        const codes = new Set(leaves.map((leaf) => familyOf.get(leaf.code) ?? leaf.code));
        return [...codes].flatMap((code) => slots.map((slot) => key(unit.id, `${code} ${slot}`)));
      })
      .filter((cell) => !withEvaluator.has(cell)).length,
  };
}

function newest(moments: readonly Date[]): string | null {
  const last = moments.toSorted((a, b) => a.getTime() - b.getTime()).at(-1);
  return last?.toISOString() ?? null;
}
