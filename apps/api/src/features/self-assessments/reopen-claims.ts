import { isOpen, type ClaimProgress, type claimReopen, type Language } from '@gongping/contracts';
import type { z } from 'zod';
import type { Actor } from '../../http/actor.ts';
import { dayInShanghai } from '../../http/day-in-shanghai.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { visibleAssessment } from '../assessments/assessment.access.ts';
import { wrongPhase } from '../assessments/wrong-phase.ts';
import { appendAudit } from '../audit/audit.service.ts';
import { tellReturnedClaims } from '../inbox/tell-owner.ts';
import * as repository from './claim-stand.repository.ts';
import { lastDayOf } from './claim-stand.ts';
import { claimsSubject } from './claims-subject.ts';
import { findClaimUnit, openClaims } from './claims.access.ts';
import { holdStand } from './hold-claims.ts';
import { claimProgressOf } from './list-claims.ts';

/**
 * Opens one unit's self-assessment again, with a reason: it is no longer handed in, and may get a later last day than
 * the others have.
 *
 * @throws ProblemError `not-found`, `forbidden`, `reason-required`, `wrong-phase`, `claims-not-submitted` where nothing
 *   would change, `invalid-input` where the unit could not write all the same
 */
export async function reopenClaims(
  { db, clock }: Dependencies,
  actor: Actor,
  args: {
    slug: string;
    unit: string;
    asked: z.infer<typeof claimReopen>;
    language: Language;
    requestId: string;
  },
): Promise<ClaimProgress> {
  const { language } = args;
  const { reason, lastDay } = args.asked;
  await visibleAssessment(db, actor, { slug: args.slug, roles: ['organiser'] });
  const claims = await openClaims(db, actor, args.slug);
  const { unit } = findClaimUnit(claims, args.unit);
  if (reason === '') throw new ProblemError('reason-required');
  const key = { assessmentId: claims.assessment.id, unitId: unit.id };
  await db.transaction(async (tx) => {
    const now = clock();
    const before = await holdStand(tx, { ...key, now, language }, 'update');
    const { submission } = before;
    if (!isOpen('claim.reopen', before.round.phase))
      throw wrongPhase(before.round.phase, 'claimsClosed', language);
    const until = lastDayOf(before.round, { lastDay });
    if (until !== null && until < dayInShanghai(now)) throw lastDayPassed(language);
    if (!submission && until === before.lastDay) throw new ProblemError('claims-not-submitted');
    await repository.deleteSubmission(tx, key);
    await repository.saveReopening(tx, { ...key, lastDay, reason, reopenedBy: actor.id, reopenedAt: now });
    await appendAudit(tx, {
      scope: key.assessmentId,
      at: now,
      actor,
      action: 'claim.reopen',
      subject: claimsSubject(unit),
      before: { submitted: submission !== undefined, lastDay: before.lastDay },
      after: { submitted: false, lastDay: until },
      reason,
      requestId: args.requestId,
    });
    const told = { assessment: claims.assessment, unit, reason, occasion: args.requestId, at: now };
    await tellReturnedClaims(tx, told);
  });
  return claimProgressOf(db, claims, unit);
}

const passed: Record<Language, string> = {
  zh: '请填写今天或以后的日期；本阶段的截止日期已过，不延期则该单位仍不能修改。',
  en: 'Give today or a later day: the last day of the phase has passed, so the unit could not write all the same.',
};

function lastDayPassed(language: Language): ProblemError {
  const errors = [{ path: 'lastDay', message: passed[language] }];
  return new ProblemError('invalid-input', { errors });
}
