import type { Claim, ClaimProgress, Language } from '@gongping/contracts';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { appendAudit } from '../audit/audit.service.ts';
import type { Cell } from '../score-sheets/sheets.access.ts';
import * as repository from './claim-stand.repository.ts';
import { claimsSubject } from './claims-subject.ts';
import { findOwnUnit, openClaims } from './claims.access.ts';
import { holdOpen, submitted } from './hold-claims.ts';
import { claimProgressOf } from './list-claims.ts';
import { readClaims } from './read-claims.ts';

interface UnitAsked {
  readonly slug: string;
  readonly unit: string;
  readonly language: Language;
  readonly requestId: string;
}

/**
 * Hands a unit's self-assessment in; from then on it cannot be changed. With something missing it needs a reason.
 * @throws ProblemError `not-found`, `wrong-phase`, `past-last-day`, `claims-submitted`, `claims-incomplete` with an
 *   entry for each leaf that lacks something
 */
export async function submitClaims(
  { db, clock }: Dependencies,
  actor: Actor,
  args: UnitAsked & { reason: string },
): Promise<ClaimProgress> {
  const { language, reason } = args;
  const claims = await openClaims(db, actor, args.slug);
  const { unit, cells } = findOwnUnit(claims, args.unit);
  const key = { assessmentId: claims.assessment.id, unitId: unit.id };
  await db.transaction(async (tx) => {
    const now = clock();
    const { submission } = await holdOpen(tx, { ...key, now, language }, 'update');
    if (submission) throw submitted(submission);
    const errors = lacking(cells, await readClaims(tx, key.assessmentId, cells), language);
    if (errors.length > 0 && reason === '') throw new ProblemError('claims-incomplete', { errors });
    const given = errors.length > 0 ? reason : '';
    await repository.insertSubmission(tx, { ...key, submittedBy: actor.id, submittedAt: now, reason: given });
    await appendAudit(tx, {
      scope: key.assessmentId,
      at: now,
      actor,
      action: 'claim.submit',
      subject: claimsSubject(unit),
      after: { leaves: cells.length, incomplete: errors.length },
      reason: given,
      requestId: args.requestId,
    });
  });
  return claimProgressOf(db, claims, unit);
}

/**
 * Takes it back, to change it, while it is open.
 * @throws ProblemError `not-found`, `wrong-phase`, `past-last-day`, `claims-not-submitted`
 */
export async function withdrawClaims(
  { db, clock }: Dependencies,
  actor: Actor,
  args: UnitAsked,
): Promise<ClaimProgress> {
  const claims = await openClaims(db, actor, args.slug);
  const { unit } = findOwnUnit(claims, args.unit);
  const key = { assessmentId: claims.assessment.id, unitId: unit.id };
  await db.transaction(async (tx) => {
    const now = clock();
    const { submission } = await holdOpen(tx, { ...key, now, language: args.language }, 'update');
    if (!submission) throw new ProblemError('claims-not-submitted');
    await repository.deleteSubmission(tx, key);
    await appendAudit(tx, {
      scope: key.assessmentId,
      at: now,
      actor,
      action: 'claim.withdraw',
      subject: claimsSubject(unit),
      before: { submittedAt: submission.submittedAt.toISOString(), reason: submission.reason },
      reason: '',
      requestId: args.requestId,
    });
  });
  return claimProgressOf(db, claims, unit);
}

const sentences = {
  unscored: { zh: '尚未填写。', en: 'Not filled in yet.' },
  reason: { zh: '请说明理由。', en: 'Say why.' },
  evidence: { zh: '自评得分须附证明材料。', en: 'Marks that are claimed need proof.' },
} as const satisfies Record<string, Record<Language, string>>;

/** What is missing before a unit can hand in, an entry for each leaf. Bonus and veto leaves may stay empty. */
function lacking(cells: readonly Cell[], claims: readonly Claim[], language: Language) {
  return claims.flatMap((claim, index) => {
    const due = cells[index]?.leaf.row.role === 'score';
    const lacks: (keyof typeof sentences)[] =
      due && claim.state === 'unscored' ? ['unscored'] : claim.missing;
    if (lacks.length === 0) return [];
    const message = lacks.map((each) => sentences[each][language]).join(language === 'zh' ? '' : ' ');
    return [{ path: claim.indicator, message }];
  });
}
