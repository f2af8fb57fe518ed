import {
  isOpen,
  type Evidence,
  type ProblemItem,
  type ProblemList,
  type ProblemLists,
  type Score,
} from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { toAssessmentSummary } from '../assessments/assessment.mapper.ts';
import { listEvidenceOf } from '../evidence/list-evidence.ts';
import { standingScores } from '../score-sheets/standing-scores.ts';
import type { Cell } from '../score-sheets/sheets.access.ts';
import { toUnit } from '../units/unit.service.ts';
import { toAppeal } from './appeal.mapper.ts';
import { listAppeals, type AppealRow } from './appeal.repository.ts';
import { appealEnd, isWithinTerm } from './appeal-term.ts';
import { openProblemRound, openUnitProblems, requireOpen } from './problem-access.ts';
import type { UnitProblems, WantedUnit } from './problem-access.ts';
import { deductionsOf, isProblem, lostMarks } from './problem-of.ts';
import { listRectifications, type RectificationRow } from './rectification.repository.ts';
import { lostBefore, type Repeated } from './repeated.ts';

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
  const about = await gatherAbout(db, problems);
  const scores = await standingScores(db, assessment.id, own);
  return {
    assessment: toAssessmentSummary(assessment, frame.units.length),
    unit: toUnit(unit),
    families: frame.families.map(({ code, name }) => ({ code, name })),
    items: own.flatMap((cell, at) => {
      const score = scores[at];
      return score ? itemsOf(cell, score, about) : [];
    }),
    appealEnd: appealEnd(assessment),
    may: {
      appeal: isLiaison && isOpen('appeal.write', phase) && isWithinTerm(assessment, clock()),
      answer: isLiaison && isOpen('rectification.answer', phase),
      request: isOpen('rectification.request', phase) && own.some((cell) => problems.asksAt(cell)),
    },
  };
}

/** What belongs to the leaves of one unit beside their scores, by the id of the leaf. */
interface About {
  readonly isLiaison: boolean;
  readonly totals: boolean;
  readonly appeals: ReadonlyMap<string, AppealRow[]>;
  readonly rectifications: ReadonlyMap<string, RectificationRow>;
  readonly proof: ReadonlyMap<string, Evidence[]>;
  readonly answers: ReadonlyMap<string, Evidence[]>;
  readonly repeated: (unitId: string, indicatorCode: string) => Repeated | null;
}

async function gatherAbout(db: Database, problems: UnitProblems): Promise<About> {
  const { assessment, unit, isLiaison, seesTotals } = problems;
  const { id } = assessment;
  const unitIds = [unit.id];
  const appeals = await listAppeals(db, id, unit.id);
  const rectifications = await listRectifications(db, id, unit.id);
  const proof = await listEvidenceOf(db, id, { purpose: 'appeal', unitIds });
  const answers = await listEvidenceOf(db, id, { purpose: 'rectification', unitIds });
  const evidenceByLeaf = (rows: typeof proof) =>
    new Map(
      [...Map.groupBy(rows, ({ indicatorId }) => indicatorId)].map(
        ([leaf, of]) => [leaf, of.map(({ evidence }) => evidence)] as const,
      ),
    );
  return {
    isLiaison,
    totals: seesTotals || isOpen('publish', assessment.phase),
    appeals: Map.groupBy(appeals, ({ indicatorId }) => indicatorId),
    rectifications: new Map(rectifications.map((row) => [row.indicatorId, row])),
    proof: evidenceByLeaf(proof),
    answers: evidenceByLeaf(answers),
    repeated: await lostBefore(db, assessment, unit.id),
  };
}

function itemsOf(cell: Cell, score: Score, about: About): ProblemItem[] {
  const { row, rule, family } = cell.leaf;
  const appeals = about.appeals.get(row.id) ?? [];
  const asked = about.rectifications.get(row.id);
  if (!isProblem(row.role, score) && appeals.length === 0 && asked === undefined) return [];
  const lost = lostMarks(row.role, score);
  const view = { names: !about.isLiaison, totals: about.totals };
  return [
    {
      indicator: { code: row.code, name: row.name, family, ruleText: row.ruleText },
      role: row.role,
      state: score.state,
      fullMarks: score.fullMarks,
      marks: score.marks,
      lost,
      reason: score.reason,
      deductions: deductionsOf(rule, score.input),
      // Who assessed answers to the office, not to the unit.
      evidence: about.isLiaison ? score.evidence.map((one) => ({ ...one, addedBy: '' })) : score.evidence,
      repeated: lost > 0 ? about.repeated(cell.unit.id, row.code) : null,
      rectification: asked
        ? {
            request: asked.request,
            dueOn: asked.dueOn,
            answer: asked.answer,
            answeredAt: asked.answeredAt?.toISOString() ?? null,
            revision: asked.revision,
            evidence: about.answers.get(row.id) ?? [],
          }
        : null,
      appeals: appeals.map((appeal) => toAppeal(appeal, view)),
      proof: about.proof.get(row.id) ?? [],
    },
  ];
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
        openAppeals: states.filter((state) => state === 'open').length,
        ruledAppeals: states.filter((state) => state !== 'open' && state !== 'withdrawn').length,
      };
    }),
  };
}

function loses({ leaf }: Cell, score: Score | undefined): boolean {
  return score !== undefined && lostMarks(leaf.row.role, score) > 0;
}
