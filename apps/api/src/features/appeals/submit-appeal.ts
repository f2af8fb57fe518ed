import type { Language } from '@gongping/contracts';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { newId } from '../../http/new-id.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { appendAudit } from '../audit/audit.service.ts';
import { standingScore } from '../score-sheets/standing-scores.ts';
import * as repository from './appeal.repository.ts';
import { requireTerm } from './appeal-term.ts';
import { openProblemCell, openProblemRound, requireOpen } from './problem-access.ts';
import { isProblem } from './problem-of.ts';
import { tellRulers } from './tell-of-appeal.ts';

interface Context {
  readonly slug: string;
  readonly language: Language;
  readonly requestId: string;
}

/**
 * A unit objects to one score.
 * @throws ProblemError `not-found` where the unit is not the person's, `wrong-phase`, `past-last-day`, `nothing-to-appeal`,
 *   `appeal-open`
 */
export async function submitAppeal(
  { db, clock }: Dependencies,
  actor: Actor,
  args: Context & { unit: string; indicator: string; statement: string },
): Promise<{ id: string }> {
  const { cell, ...problems } = await openProblemCell(db, actor, args);
  if (!problems.isLiaison) throw new ProblemError('not-found');
  const now = clock();
  const { unit, leaf } = cell;
  const key = { assessmentId: problems.assessment.id, unitId: unit.id, indicatorId: leaf.row.id };
  const id = newId(now);
  await db.transaction(async (tx) => {
    const assessment = await repository.holdRound(tx, key.assessmentId);
    if (!assessment) throw new ProblemError('not-found');
    requireOpen({ assessment }, 'appeal.write', args.language);
    requireTerm(assessment, now, args.language);
    const score = await standingScore(tx, assessment.id, cell);
    if (!isProblem(leaf.row.role, score)) throw new ProblemError('nothing-to-appeal');
    if (await repository.hasOpenAppeal(tx, key)) throw new ProblemError('appeal-open');
    await repository.insertAppeal(tx, {
      ...key,
      id,
      statement: args.statement,
      state: 'open',
      revision: 1,
      submittedBy: actor.id,
      submittedAt: now,
      ruling: '',
      ruledBy: null,
      ruledAt: null,
      before: null,
      after: null,
    });
    await appendAudit(tx, {
      scope: assessment.id,
      at: now,
      actor,
      action: 'appeal.submit',
      subject: `appeal ${unit.code}/${leaf.row.code}`,
      after: { statement: args.statement, marks: score.marks },
      reason: '',
      requestId: args.requestId,
    });
    await tellRulers(tx, { assessment, cell, id, at: now });
  });
  return { id };
}

/**
 * A unit takes its open appeal back.
 * @throws ProblemError `not-found` where it is not the person's unit's, `wrong-phase`, `appeal-closed`
 */
export async function withdrawAppeal(
  { db, clock }: Dependencies,
  actor: Actor,
  args: Context & { id: string },
): Promise<void> {
  const round = await openProblemRound(db, actor, args.slug);
  const found = await repository.findAppeal(db, round.assessment.id, args.id);
  const unit = round.frame.units.find(({ id }) => id === found?.unitId);
  if (!found || !unit || !round.speaksFor(unit)) throw new ProblemError('not-found');
  const now = clock();
  await db.transaction(async (tx) => {
    const assessment = await repository.holdRound(tx, round.assessment.id);
    if (!assessment) throw new ProblemError('not-found');
    requireOpen({ assessment }, 'appeal.write', args.language);
    const withdrawn = { state: 'withdrawn', ruling: '', ruledBy: null, ruledAt: null } as const;
    const close = { ...withdrawn, before: null, after: null, seen: found.revision };
    if (!(await repository.closeAppeal(tx, found.id, close))) throw new ProblemError('appeal-closed');
    await appendAudit(tx, {
      scope: assessment.id,
      at: now,
      actor,
      action: 'appeal.withdraw',
      subject: `appeal ${found.unitCode}/${found.indicatorCode}`,
      before: { statement: found.statement },
      reason: '',
      requestId: args.requestId,
    });
  });
}
