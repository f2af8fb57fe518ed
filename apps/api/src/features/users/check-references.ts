import { describe, type Language, type RoleGrant } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import { ProblemError } from '../../http/problem-error.ts';
import * as repository from './user.repository.ts';

interface References {
  readonly homeUnitId: string | null;
  readonly grants: readonly RoleGrant[];
}

/** @throws ProblemError `invalid-input` where an account is to speak of a unit or an assessment that is not there. */
export async function checkReferences(
  db: Database,
  { homeUnitId, grants }: References,
  language: Language,
): Promise<void> {
  const known = await repository.findReferences(db, {
    units: present([homeUnitId, ...grants.map((grant) => grant.unitId)]),
    assessments: present(grants.map((grant) => grant.assessmentId)),
  });
  const paths = grants.flatMap(({ unitId, assessmentId }, at) => [
    ...(unitId === null || known.units.has(unitId) ? [] : [`grants.${at}.unitId`]),
    ...(assessmentId === null || known.assessments.has(assessmentId) ? [] : [`grants.${at}.assessmentId`]),
  ]);
  if (homeUnitId !== null && !known.units.has(homeUnitId)) paths.unshift('homeUnitId');
  if (paths.length === 0) return;
  const message = describe('not-found', language, {}).title;
  const errors = paths.map((path) => ({ path, message }));
  throw new ProblemError('invalid-input', { errors });
}

function present(ids: readonly (string | null)[]): string[] {
  return ids.filter((id) => id !== null);
}
