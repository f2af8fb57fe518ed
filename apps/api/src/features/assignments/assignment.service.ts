import {
  isOpen,
  type assignmentChange,
  type assignmentFill,
  type AssignmentMatrix,
  type AuditAction,
  type Language,
} from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { z } from 'zod';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { visibleAssessment } from '../assessments/assessment.access.ts';
import { assessmentFrame, type AssessmentFrame } from '../assessments/assessment-frame.ts';
import { wrongPhase } from '../assessments/wrong-phase.ts';
import { appendAudit } from '../audit/audit.service.ts';
import { cellKey, matrixCells, readMatrix, type MatrixCell } from './assignment-matrix.ts';
import * as repository from './assignment.repository.ts';
import { checkChange } from './check-change.ts';
import { fillEvenly } from './fill-evenly.ts';
import { ratersOf } from './rated-cells.ts';

interface Request {
  readonly slug: string;
  readonly language: Language;
  readonly requestId: string;
}

const roles = ['organiser'] as const;

/** @throws ProblemError `not-found`, `forbidden` */
export async function getMatrix(
  { db }: Pick<Dependencies, 'db'>,
  actor: Actor,
  slug: string,
): Promise<AssignmentMatrix> {
  const assessment = await visibleAssessment(db, actor, { slug, roles });
  return readMatrix(db, await assessmentFrame(db, assessment));
}

/**
 * Sets the cells named; others stay.
 * @throws ProblemError `not-found`, `forbidden`, `wrong-phase`, `unit-not-assessed`, `invalid-input`,
 *   `conflict-of-interest`: then no cell is set
 */
export function changeAssignments(
  deps: Dependencies,
  actor: Actor,
  args: Request & { change: z.infer<typeof assignmentChange> },
): Promise<AssignmentMatrix> {
  return rearrange(deps, actor, {
    ...args,
    action: 'assignment.change',
    async choose(tx, frame, cells) {
      const evaluators = await repository.listEvaluators(tx, frame.assessment.id);
      const rated = await ratersOf(tx, frame, [...new Set(args.change.cells.map(({ unitId }) => unitId))]);
      return checkChange(args.change.cells, { frame, cells, evaluators, rated, language: args.language });
    },
  });
}

/** Fills open cells (or all) evenly. @throws ProblemError `not-found`, `forbidden`, `wrong-phase` */
export function fillAssignments(
  deps: Dependencies,
  actor: Actor,
  args: Request & { fill: z.infer<typeof assignmentFill> },
): Promise<AssignmentMatrix> {
  const { by, replace } = args.fill;
  return rearrange(deps, actor, {
    ...args,
    action: 'assignment.fill',
    async choose(tx, frame, cells) {
      const evaluators = await repository.listEvaluators(tx, frame.assessment.id);
      const open = replace ? cells.map((cell) => ({ ...cell, evaluatorId: null })) : cells;
      const rated = await ratersOf(
        tx,
        frame,
        frame.units.map((unit) => unit.id),
      );
      return fillEvenly(open, evaluators, { by, rated });
    },
  });
}

interface Rearrangement extends Request {
  readonly action: AuditAction;
  /** The cells to set, with their evaluators or null. */
  choose(tx: Database, frame: AssessmentFrame, cells: readonly MatrixCell[]): Promise<MatrixCell[]>;
}

async function rearrange(
  { db, clock }: Dependencies,
  actor: Actor,
  { slug, language, action, choose, requestId }: Rearrangement,
): Promise<AssignmentMatrix> {
  const assessment = await visibleAssessment(db, actor, { slug, roles });
  const { id: assessmentId, phase } = assessment;
  if (!isOpen('assignment.change', phase)) throw wrongPhase(phase, 'closedAssignments', language);
  return db.transaction(async (tx) => {
    const frame = await assessmentFrame(tx, assessment);
    const present = matrixCells(frame, await repository.listAssignments(tx, assessmentId));
    const before = new Map(present.map((cell) => [cellKey(cell), cell.evaluatorId]));
    const chosen = await choose(tx, frame, present);
    const changed = chosen.filter((cell) => before.get(cellKey(cell)) !== cell.evaluatorId);
    if (changed.length === 0) return readMatrix(tx, frame);

    const rows = changed.flatMap(({ unitId, family, slot, evaluatorId }) =>
      evaluatorId === null ? [] : [{ assessmentId, unitId, family, slot, evaluatorId }],
    );
    await repository.upsertAssignments(tx, rows);
    const emptied = changed.filter(({ evaluatorId }) => evaluatorId === null);
    await repository.deleteAssignments(tx, assessmentId, emptied);
    const inLog = ({ unitId, family, slot }: MatrixCell, evaluatorId: string | null) => ({
      unitId,
      family,
      ...(slot === 1 ? {} : { slot }),
      evaluatorId,
    });
    await appendAudit(tx, {
      scope: assessmentId,
      at: clock(),
      actor,
      action,
      subject: 'assignments',
      before: changed.map((cell) => inLog(cell, before.get(cellKey(cell)) ?? null)),
      after: changed.map((cell) => inLog(cell, cell.evaluatorId)),
      reason: '',
      requestId,
    });
    return readMatrix(tx, frame);
  });
}
