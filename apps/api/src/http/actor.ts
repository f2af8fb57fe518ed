import type { Role, RoleGrant } from '@gongping/contracts';

/** The person who asks, with roles. */
export interface Actor {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly homeUnitId: string | null;
  readonly grants: readonly RoleGrant[];
}

/** True where the person holds one of the roles in the assessment; without one, in any. */
export function hasRole(actor: Actor, roles: readonly Role[], assessmentId?: string): boolean {
  return actor.grants.some(
    (grant) =>
      roles.includes(grant.role) &&
      (assessmentId === undefined || grant.assessmentId === null || grant.assessmentId === assessmentId),
  );
}

/** True where the person organises the whole platform, not only one assessment. */
export function isPlatformOrganiser(actor: Actor): boolean {
  return actor.grants.some((grant) => grant.role === 'organiser' && grant.assessmentId === null);
}
