import type { Language, rectificationAnswer, rectificationRequest } from '@gongping/contracts';
import type { z } from 'zod';
import type { Actor } from '../../http/actor.ts';
import { dayInShanghai } from '../../http/day-in-shanghai.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { appendAudit } from '../audit/audit.service.ts';
import { tellAskedUnit } from '../inbox/tell-owner.ts';
import type { UnitRow } from '../units/unit.service.ts';
import { holdRound } from './appeal.repository.ts';
import { openProblemCell, requireOpen } from './problem-access.ts';
import * as repository from './rectification.repository.ts';

interface Args {
  readonly slug: string;
  readonly unit: string;
  readonly indicator: string;
  readonly language: Language;
  readonly requestId: string;
}

type Row = repository.RectificationRow;

/**
 * Asks a unit to put something right, or changes what is asked.
 * @throws ProblemError `not-found` where the cell is not the person's to judge, `wrong-phase`, `stale`
 */
export async function requestRectification(
  deps: Dependencies,
  actor: Actor,
  args: Args & { asked: z.infer<typeof rectificationRequest> },
): Promise<void> {
  const { request, dueOn, expectedRevision } = args.asked;
  const { cell, ...round } = await openProblemCell(deps.db, actor, args);
  if (!round.asksAt(cell)) throw new ProblemError('not-found');
  const key = { assessmentId: round.assessment.id, unitId: cell.unit.id, indicatorId: cell.leaf.row.id };
  await write(deps, actor, {
    ...args,
    key,
    expectedRevision,
    action: 'rectification.request',
    told: cell.unit,
    change: (before) => ({
      answer: '',
      answeredBy: null,
      answeredAt: null,
      ...before,
      ...key,
      request,
      dueOn,
      revision: expectedRevision + 1,
    }),
  });
}

/**
 * The unit's answer to what it was asked.
 * @throws ProblemError `not-found` where nothing was asked or the unit is not the person's, `wrong-phase`, `stale`
 */
export async function answerRectification(
  deps: Dependencies,
  actor: Actor,
  args: Args & { answered: z.infer<typeof rectificationAnswer> },
): Promise<void> {
  const { answer, expectedRevision } = args.answered;
  const { cell, ...round } = await openProblemCell(deps.db, actor, args);
  if (!round.isLiaison) throw new ProblemError('not-found');
  const key = { assessmentId: round.assessment.id, unitId: cell.unit.id, indicatorId: cell.leaf.row.id };
  await write(deps, actor, {
    ...args,
    key,
    expectedRevision,
    action: 'rectification.answer',
    told: null,
    change: (before) => {
      if (!before) throw new ProblemError('not-found');
      const said = { answer, answeredBy: actor.id, answeredAt: deps.clock() };
      return { ...before, ...said, revision: expectedRevision + 1 };
    },
  });
}

interface Write extends Args {
  readonly key: Pick<Row, 'assessmentId' | 'unitId' | 'indicatorId'>;
  readonly expectedRevision: number;
  readonly action: 'rectification.request' | 'rectification.answer';
  /** The unit that is to be told; null where it wrote itself. */
  readonly told: UnitRow | null;
  readonly change: (before: Row | undefined) => Row;
}

async function write({ db, clock }: Dependencies, actor: Actor, args: Write): Promise<void> {
  const { key, expectedRevision, action } = args;
  await db.transaction(async (tx) => {
    const now = clock();
    const assessment = await holdRound(tx, key.assessmentId);
    if (!assessment) throw new ProblemError('not-found');
    requireOpen({ assessment }, action, args.language);
    const before = await repository.findRectification(tx, key);
    if ((before?.revision ?? 0) !== expectedRevision)
      throw new ProblemError('stale', { values: { name: '' } });
    const after = args.change(before);
    const written = before
      ? await repository.updateRectification(tx, after)
      : await repository.insertRectification(tx, after);
    if (!written) throw new ProblemError('stale', { values: { name: '' } });
    await appendAudit(tx, {
      scope: key.assessmentId,
      at: now,
      actor,
      action,
      subject: `rectification ${args.unit}/${args.indicator}`,
      before: before ? factsOf(before) : null,
      after: factsOf(after),
      reason: '',
      requestId: args.requestId,
    });
    const day = dayInShanghai(now);
    if (args.told) await tellAskedUnit(tx, { assessment, unit: args.told, day, at: now });
  });
}

function factsOf({ request, dueOn, answer }: Row) {
  return { request, dueOn, answer };
}
