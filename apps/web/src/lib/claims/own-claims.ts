import type { ClaimList, ClaimProgress, SessionUser } from '@gongping/contracts';

/** The units that somebody speaks for, of a list that holds others too where one oversees the round. */
export function ownClaims({ units }: ClaimList, { grants }: Pick<SessionUser, 'grants'>): ClaimProgress[] {
  const own = new Set(grants.flatMap(({ role, unitId }) => (role === 'liaison' ? [unitId] : [])));
  return units.filter(({ unit }) => own.has(unit.id));
}
