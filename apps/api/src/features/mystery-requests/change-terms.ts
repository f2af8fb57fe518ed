import type { Language, RequestTerms } from '@gongping/contracts';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { visibleAssessment } from '../assessments/assessment.access.ts';
import { wrongPhase } from '../assessments/wrong-phase.ts';
import { appendAudit } from '../audit/audit.service.ts';
import * as repository from './mystery-request.repository.ts';

/**
 * Sets the terms that requests and enquiries of a round are held against: the law's, or what the place promises.
 * @throws ProblemError `not-found`, `forbidden`, `wrong-phase`
 */
export async function changeTerms(
  { db, clock }: Dependencies,
  actor: Actor,
  args: { slug: string; terms: RequestTerms; language: Language; requestId: string },
): Promise<RequestTerms> {
  const { id } = await visibleAssessment(db, actor, { slug: args.slug, roles: ['organiser'] });
  await db.transaction(async (tx) => {
    const before = await repository.lockTerms(tx, id);
    if (!before) throw new ProblemError('not-found');
    if (before.phase === 'published') throw wrongPhase(before.phase, 'publishedSettings', args.language);
    await repository.saveTerms(tx, id, args.terms);
    await appendAudit(tx, {
      scope: id,
      at: clock(),
      actor,
      action: 'assessment.terms',
      subject: 'assessment',
      before: before.terms,
      after: args.terms,
      reason: '',
      requestId: args.requestId,
    });
  });
  return args.terms;
}
