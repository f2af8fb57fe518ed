import { isOpen, type Language, type PhaseAction } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import { hasRole, type Actor } from '../../http/actor.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { visibleAssessment } from '../assessments/assessment.access.ts';
import { assessmentFrame, type AssessmentFrame } from '../assessments/assessment-frame.ts';
import { wrongPhase } from '../assessments/wrong-phase.ts';
import { leavesOf } from '../score-sheets/sheet-frame.ts';
import { cellsOf, isOwnCell, openSheets, visibleCells, type Cell } from '../score-sheets/sheets.access.ts';
import type { UnitRow } from '../units/unit.service.ts';

export const problemReaders = ['liaison', 'organiser', 'reviewer', 'evaluator'] as const;

/** A round as somebody may read its lists of problems: a liaison those of its unit, the others what they assess. */
export interface ProblemRound {
  readonly assessment: AssessmentFrame['assessment'];
  readonly frame: AssessmentFrame;
  /** The cells of a unit that the person may read; empty where the unit is not theirs. */
  cells(unit: UnitRow): Cell[];
  /** Whether the person speaks for the unit. */
  speaksFor(unit: UnitRow): boolean;
  /** Whether the person may know totals and ranks before the final result. */
  readonly seesTotals: boolean;
  /** Whether the person may ask for rectification at the cell. */
  asksAt(cell: Cell): boolean;
}

export interface WantedUnit {
  readonly slug: string;
  readonly unit: string;
  readonly language: Language;
}

/** One unit's list of problems as the person may read it. */
export interface UnitProblems extends ProblemRound {
  readonly unit: UnitRow;
  readonly own: readonly Cell[];
  readonly isLiaison: boolean;
}

/** @throws ProblemError `not-found`, `forbidden` as `visibleAssessment` */
export async function openProblemRound(db: Database, actor: Actor, slug: string): Promise<ProblemRound> {
  const assessment = await visibleAssessment(db, actor, { slug, roles: problemReaders });
  const speaksFor = (unit: UnitRow) =>
    actor.grants.some(
      ({ role, unitId, assessmentId }) =>
        role === 'liaison' && unitId === unit.id && (assessmentId === null || assessmentId === assessment.id),
    );
  const oversees = hasRole(actor, ['organiser'], assessment.id);
  const assesses = hasRole(actor, ['organiser', 'reviewer', 'evaluator'], assessment.id);
  if (!assesses) {
    const frame = await assessmentFrame(db, assessment);
    const leaves = leavesOf(frame);
    const cells = (unit: UnitRow) => (speaksFor(unit) ? cellsOf(leaves, unit) : []);
    return { assessment, frame, cells, speaksFor, seesTotals: false, asksAt: () => false };
  }
  const sheets = await openSheets(db, actor, slug);
  const cells = (unit: UnitRow) =>
    speaksFor(unit) ? cellsOf(sheets.leaves, unit) : visibleCells(sheets, unit);
  const asksAt = (cell: Cell) => oversees || isOwnCell(sheets, cell);
  const seesTotals = hasRole(actor, ['organiser', 'reviewer'], assessment.id);
  return { assessment, frame: sheets.frame, cells, speaksFor, seesTotals, asksAt };
}

/**
 * One unit's list of problems.
 * @throws ProblemError `not-found` where nothing of the unit is the person's, `wrong-phase` before the feedback
 */
export async function openUnitProblems(
  db: Database,
  actor: Actor,
  wanted: WantedUnit,
): Promise<UnitProblems> {
  const round = await openProblemRound(db, actor, wanted.slug);
  const unit = round.frame.units.find(({ code }) => code === wanted.unit);
  const own = unit ? round.cells(unit) : [];
  if (!unit || own.length === 0) throw new ProblemError('not-found');
  requireOpen(round, 'problems.read', wanted.language);
  return { ...round, unit, own, isLiaison: round.speaksFor(unit) };
}

/** The cell of a leaf in a unit's list. @throws ProblemError as `openUnitProblems`; `not-found` for an unknown leaf */
export async function openProblemCell(
  db: Database,
  actor: Actor,
  wanted: WantedUnit & { indicator: string },
): Promise<UnitProblems & { readonly cell: Cell }> {
  const problems = await openUnitProblems(db, actor, wanted);
  const cell = problems.own.find(({ leaf }) => leaf.row.code === wanted.indicator);
  if (!cell) throw new ProblemError('not-found');
  return { ...problems, cell };
}

const adviceOf = {
  'problems.read': 'problemsLater',
  'appeal.write': 'appealClosed',
  'appeal.rule': 'appealClosed',
  'rectification.request': 'rectificationClosed',
  'rectification.answer': 'problemsLater',
} as const satisfies Partial<Record<PhaseAction, string>>;

/** @throws ProblemError `wrong-phase` where the phase does not allow the action */
export function requireOpen(
  { assessment }: { readonly assessment: Pick<AssessmentFrame['assessment'], 'phase'> },
  action: keyof typeof adviceOf,
  language: Language,
): void {
  if (!isOpen(action, assessment.phase)) throw wrongPhase(assessment.phase, adviceOf[action], language);
}
