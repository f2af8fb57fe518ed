import { isOpen, type handInWithdrawal, type Language, type RatingSheet } from '@gongping/contracts';
import type { LocalText } from '@gongping/scoring';
import type { z } from 'zod';
import { hasRole, type Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { appendAudit } from '../audit/audit.service.ts';
import { tellReturnedScores } from '../inbox/tell-owner.ts';
import { holdScoring } from '../score-sheets/hold-scoring.ts';
import { emptyScore, putScores } from '../score-sheets/put-scores.ts';
import { lockUnitRatings } from '../score-sheets/ratings.service.ts';
import { requireScoring } from '../score-sheets/scoring-phase.ts';
import { findUnit, openSheets, type Sheets } from '../score-sheets/sheets.access.ts';
import { deleteCases } from './case.repository.ts';
import { deleteHandIn } from './hand-in.repository.ts';
import { cellsOfFamily, requireTwoRaters } from './rated-families.ts';
import { readRatingSheet } from './read-rating-sheet.ts';
import { handInSubject } from './submit-ratings.ts';

/**
 * Gives a family back to one of its raters. The scores that followed from both, the cases and their rulings are taken
 * back with it: they follow anew once it is handed in again.
 *
 * @throws ProblemError `not-found` where it is not handed in, `forbidden`, `wrong-phase`, `reason-required`
 */
export async function withdrawRatings(
  deps: Dependencies,
  actor: Actor,
  args: {
    slug: string;
    unit: string;
    withdrawal: z.infer<typeof handInWithdrawal>;
    language: Language;
    requestId: string;
  },
): Promise<RatingSheet> {
  const { db, clock } = deps;
  const { family, slot, reason } = args.withdrawal;
  const sheets = await openSheets(db, actor, args.slug);
  const { assessment } = sheets;
  requireTwoRaters(sheets);
  if (!hasRole(actor, ['organiser'], assessment.id)) throw new ProblemError('forbidden');
  const { unit } = findUnit(sheets, args.unit);
  const cells = cellsOfFamily(sheets, unit, family);
  if (!isOpen('rating.return', assessment.phase)) requireScoring(assessment.phase, args.language);
  if (reason === '') throw new ProblemError('reason-required');
  const now = clock();
  const by = { assessmentId: assessment.id, actor, now, requestId: args.requestId };
  await db.transaction(async (tx) => {
    await holdScoring(tx, assessment.id, args.language);
    await lockUnitRatings(tx, assessment.id, unit.id);
    const key = { assessmentId: assessment.id, unitId: unit.id };
    const raterId = await deleteHandIn(tx, { ...key, family, slot });
    if (raterId === null) throw new ProblemError('not-found');
    const indicatorIds = cells.map(({ leaf }) => leaf.row.id);
    const cases = await deleteCases(tx, { ...key, indicatorIds });
    await putScores(
      tx,
      cells.map((cell) => ({ cell, asked: emptyScore, origin: 'agreed' })),
      { ...by, action: 'score.return' },
    );
    await appendAudit(tx, {
      scope: assessment.id,
      at: now,
      actor,
      action: 'rating.return',
      subject: handInSubject(unit.code, family, slot),
      before: { handedIn: true },
      after: { handedIn: false, cases },
      reason,
      requestId: args.requestId,
    });
    const told = { assessment, unit, reason, occasion: args.requestId, at: now };
    await tellReturnedScores(tx, { ...told, family: familyName(sheets, family), raterId });
  });
  return readRatingSheet(deps, actor, args);
}

function familyName({ frame }: Sheets, family: string): LocalText {
  const name = frame.families.find(({ code }) => code === family)?.name;
  return { zh: `${family} ${name?.zh ?? ''}`.trim(), en: `${family} ${name?.en ?? ''}`.trim() };
}
