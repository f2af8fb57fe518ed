import {
  isOpen,
  type AssessmentSummary,
  type ProblemListSummary,
  type SessionUser,
} from '@gongping/contracts';
import { answer } from '#lib/api/answer.ts';
import type { ApiClient } from '#lib/api/client.ts';

/** The problem lists of the units that somebody speaks for, once there are any. */
export async function loadOwnLists(
  api: ApiClient,
  { slug, phase, procedure }: AssessmentSummary,
  { grants }: SessionUser,
): Promise<ProblemListSummary[]> {
  if (!procedure.feedback || !isOpen('problems.read', phase)) return [];
  const own = new Set(grants.flatMap(({ role, unitId }) => (role === 'liaison' ? [unitId] : [])));
  const { lists } = await answer(api.assessments[':slug'].problems.$get({ param: { slug } }));
  return lists.filter(({ unit }) => own.has(unit.id));
}
