import { isOpen, type ProblemList, type ProblemLists, type Score } from '@gongping/contracts';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { toAssessmentSummary } from '../assessments/assessment.mapper.ts';
import type { Cell } from '../score-sheets/sheets.access.ts';
import { standingScores } from '../score-sheets/standing-scores.ts';
import { toUnit } from '../units/unit.service.ts';
import { listAppeals } from './appeal.repository.ts';
import { appealEnd, isWithinTerm } from './appeal-term.ts';
import { openProblemRound, openUnitProblems, requireOpen, type WantedUnit } from './problem-access.ts';
import { problemItems } from './problem-items.ts';
import { lostMarks } from './problem-of.ts';
import { listRectifications } from './rectification.repository.ts';

/**
 * A unit's list of problems, with its appeals and what it is asked to put right.
 * @throws ProblemError as `openUnitProblems`
 */
export async function readProblems(
  { db, clock }: Dependencies,
  actor: Actor,
  wanted: WantedUnit,
): Promise<ProblemList> {
  const problems = await openUnitProblems(db, actor, wanted);
  const { assessment, frame, unit, own, isLiaison } = problems;
  const { phase } = assessment;
  const totals = problems.seesTotals || isOpen('publish', phase);
  const view = { isUnit: isLiaison, totals, language: wanted.language };
  const items = await problemItems(db, assessment, { cells: own, unitId: unit.id, view });
  return {
    assessment: toAssessmentSummary(assessment, frame.units.length),
    unit: toUnit(unit),
    families: frame.families.map(({ code, name }) => ({ code, name })),
    items: items.get(unit.id) ?? [],
    appealEnd: appealEnd(assessment),
    may: {
      appeal: isLiaison && isOpen('appeal.write', phase) && isWithinTerm(assessment, clock()),
      answer: isLiaison && isOpen('rectification.answer', phase),
      request: isOpen('rectification.request', phase) && own.some((cell) => problems.asksAt(cell)),
    },
  };
}

/**
 * The units whose lists the person may read, with counts.
 * @throws ProblemError `not-found`, `forbidden`, `wrong-phase` before the feedback
 */
export async function listProblems(
  { db }: Dependencies,
  actor: Actor,
  wanted: Pick<WantedUnit, 'slug' | 'language'>,
): Promise<ProblemLists> {
  const round = await openProblemRound(db, actor, wanted.slug);
  const { assessment, frame } = round;
  requireOpen(round, 'problems.read', wanted.language);
  const byUnit = frame.units
    .map((unit) => ({ unit, cells: round.cells(unit) }))
    .filter(({ cells }) => cells.length > 0);
  const cells = byUnit.flatMap((each) => each.cells);
  const scores = await standingScores(db, assessment.id, cells);
  const losing = new Set(cells.filter((cell, at) => loses(cell, scores[at])));
  const appeals = await listAppeals(db, assessment.id, null);
  const asked = await listRectifications(db, assessment.id, null);
  return {
    assessment: toAssessmentSummary(assessment, frame.units.length),
    lists: byUnit.map(({ unit, cells: own }) => {
      const leaves = new Set(own.map(({ leaf }) => leaf.row.id));
      const isOwn = (row: { unitId: string; indicatorId: string }) =>
        row.unitId === unit.id && leaves.has(row.indicatorId);
      const requests = asked.filter(isOwn);
      const states = appeals.filter(isOwn).map(({ state }) => state);
      return {
        unit: toUnit(unit),
        problems: own.filter((cell) => losing.has(cell)).length,
        requests: requests.length,
        answers: requests.filter(({ answeredAt }) => answeredAt !== null).length,
        dueOn: firstDue(requests),
        openAppeals: states.filter((state) => state === 'open').length,
        ruledAppeals: states.filter((state) => state !== 'open' && state !== 'withdrawn').length,
      };
    }),
  };
}

function firstDue(requests: readonly { dueOn: string | null; answeredAt: Date | null }[]): string | null {
  const days = requests.flatMap(({ dueOn, answeredAt }) => (dueOn && answeredAt === null ? [dueOn] : []));
  return days.sort()[0] ?? null;
}

function loses({ leaf }: Cell, score: Score | undefined): boolean {
  return score !== undefined && lostMarks(leaf.row.role, score) > 0;
}
