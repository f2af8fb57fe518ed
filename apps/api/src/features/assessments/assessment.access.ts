import type { Role } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import { hasRole, type Actor } from '../../http/actor.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { findAssessmentBySlug, type AssessmentRow } from './assessment.repository.ts';

export const everyRole: readonly Role[] = ['organiser', 'evaluator', 'reviewer', 'liaison', 'leader'];

/**
 * Finds an assessment for somebody who wants to act on it in one of `roles`.
 *
 * @throws ProblemError `not-found` where it is not there or the person has no role in it at all (which looks the
 *   same from outside), `forbidden` where the person has a role in it, but none of `roles`.
 */
export async function visibleAssessment(
  db: Database,
  actor: Actor,
  wanted: { slug: string; roles: readonly Role[] },
): Promise<AssessmentRow> {
  const assessment = await findAssessmentBySlug(db, wanted.slug);
  if (!assessment || !hasRole(actor, everyRole, assessment.id)) throw new ProblemError('not-found');
  if (!hasRole(actor, wanted.roles, assessment.id)) throw new ProblemError('forbidden');
  return assessment;
}
