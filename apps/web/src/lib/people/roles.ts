import type { Role, RoleGrant } from '@gongping/contracts';

interface WithGrants {
  readonly grants: readonly RoleGrant[];
}

/** The roles that somebody has in one assessment: those for it and those for all. */
export function rolesIn({ grants }: WithGrants, assessmentId: string | null): ReadonlySet<Role> {
  return new Set(
    grants
      .filter((grant) => grant.assessmentId === null || grant.assessmentId === assessmentId)
      .map(({ role }) => role),
  );
}

/** True for an organiser of the whole platform, who manages people, demonstration and new assessments. */
export function organisesPlatform({ grants }: WithGrants): boolean {
  return grants.some(({ role, assessmentId }) => role === 'organiser' && assessmentId === null);
}
