import type { BoardUnit, ProgressBoard } from '@gongping/contracts';
import { atOnce, type Database } from '@gongping/db';
import type { Actor } from '../../http/actor.ts';
import { dayInShanghai } from '../../http/day-in-shanghai.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { visibleAssessment } from '../assessments/assessment.access.ts';
import {
  assessmentFrame,
  familyCodes,
  leavesFor,
  type AssessmentFrame,
  type AssessmentRow,
} from '../assessments/assessment-frame.ts';
import { blindFamilies, type BlindFamily } from '../score-sheets/blind-cells.ts';
import { openSheets } from '../score-sheets/sheets.access.ts';
import type { UnitRow } from '../units/unit.service.ts';
import * as repository from './board.repository.ts';
import { evaluatorLoads } from './evaluator-loads.ts';
import { openWork, overdueDays } from './late-work.ts';

/** The board of a round, for its organiser. @throws ProblemError `not-found`, `forbidden` */
export async function progressBoard(
  { db, clock }: Pick<Dependencies, 'db' | 'clock'>,
  actor: Actor,
  slug: string,
): Promise<ProgressBoard> {
  const assessment = await visibleAssessment(db, actor, { slug, roles: ['organiser'] });
  const blind = blindFamilies(await openSheets(db, actor, slug));
  return readBoard(db, assessment, { now: clock(), blind });
}

/**
 * The board itself: the same dozen statements however many units and leaves the round has.
 * @param of.blind where the reader rates without knowing of the other rater: what the other has done is not counted
 */
export async function readBoard(
  db: Database,
  assessment: AssessmentRow,
  { now, blind = [] }: { now: Date; blind?: readonly BlindFamily[] },
): Promise<ProgressBoard> {
  const { id, phase, procedure } = assessment;
  const frame = await assessmentFrame(db, assessment);
  const leaves = countedLeaves(frame);
  const [scores, rated, claims, submissions, ruled, objections, liaisons, assigned] = await atOnce(db, [
    () => repository.countScores(db, id, leaves),
    async () => (procedure.doubleScoring ? repository.countRatings(db, id, leaves) : null),
    () => repository.countClaims(db, id, leaves),
    () => repository.listClaimSubmissions(db, id),
    () => repository.countCases(db, id),
    () => repository.countAppeals(db, id),
    () => repository.listLiaisons(db, id),
    () => repository.listAssignedCells(db, id),
  ]);
  const ratings = rated ? withoutOthers(rated, blind) : scores;
  const claimed = byUnit(claims);
  const submitted = byUnit(submissions);
  const cases = byUnit(ruled);
  const appeals = byUnit(objections);

  const end = assessment.phaseDates[phase]?.end ?? null;
  const overdue = overdueDays(end, dayInShanghai(now));
  const doneBy = (slot: number) => totals(ratings, ({ done, slot: own }) => (own === slot ? done : 0));
  const [first, second] = [doneBy(1), doneBy(2)];
  const deductions = totals(scores, (row) => row.deductions);
  const voices = totals(liaisons, () => 1);

  const leavesOfKind = {
    county: scoredLeaves(frame, 'county'),
    department: scoredLeaves(frame, 'department'),
  };
  const units = frame.units.map((unit): BoardUnit => {
    const standing = {
      ...named(unit),
      liaisons: voices.get(unit.id) ?? 0,
      leaves: leavesOfKind[unit.kind],
      claimed: claimed.get(unit.id)?.claimed ?? 0,
      claimSubmittedAt: submitted.get(unit.id)?.submittedAt.toISOString() ?? null,
      scored: first.get(unit.id) ?? 0,
      secondScored: second.get(unit.id) ?? 0,
      deductions: deductions.get(unit.id) ?? 0,
      cases: openAndRuled(cases.get(unit.id)),
      appeals: openAndRuled(appeals.get(unit.id)),
    };
    return { ...standing, late: overdue > 0 ? openWork(standing, phase, procedure) : [] };
  });
  const late = overdue > 0 && phase === 'scoring';
  return {
    phase,
    end,
    overdueDays: overdue,
    units,
    evaluators: evaluatorLoads({ frame, assigned, ratings, late }),
    concealed: blind.length > 0,
  };
}

/** Leaves out what the other of two raters has done where the reader may not know of it. */
function withoutOthers(
  ratings: readonly repository.DoneCell[],
  blind: readonly BlindFamily[],
): readonly repository.DoneCell[] {
  const own = new Map(blind.map(({ unit, family, own }) => [`${unit.id}/${family}`, own]));
  return ratings.filter(({ unitId, family, slot }) => (own.get(`${unitId}/${family}`) ?? slot) === slot);
}

function named(unit: UnitRow) {
  return { unitId: unit.id, code: unit.code, name: { zh: unit.nameZh, en: unit.nameEn }, kind: unit.kind };
}

function scoredLeaves(frame: AssessmentFrame, kind: UnitRow['kind']): number {
  return leavesFor(frame.indicators, kind).filter(({ role }) => role === 'score').length;
}

/** Leaves of the 100; bonus and vetoes may stay empty. */
function countedLeaves(frame: AssessmentFrame): repository.CountedLeaf[] {
  const familyOf = familyCodes(frame.indicators);
  return frame.indicators.flatMap((node) =>
    node.rule === null || node.role !== 'score'
      ? []
      : [
          {
            id: node.id,
            family: familyOf.get(node.code) ?? node.code,
            county: node.countyMarks,
            department: node.departmentMarks,
          },
        ],
  );
}

function byUnit<Row extends { unitId: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [row.unitId, row]));
}

function openAndRuled(row: { open: number; ruled: number } | undefined) {
  return { open: row?.open ?? 0, ruled: row?.ruled ?? 0 };
}

/** Sums by unit. */
function totals<Row extends { unitId: string }>(
  rows: readonly Row[],
  valueOf: (row: Row) => number,
): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const row of rows) sums.set(row.unitId, (sums.get(row.unitId) ?? 0) + valueOf(row));
  return sums;
}
