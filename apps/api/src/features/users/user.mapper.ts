import type { User } from '@gongping/contracts';
import type { GrantRow, UserRow } from './user.repository.ts';

export function toUser(row: UserRow, grants: readonly GrantRow[]): User {
  return {
    id: row.id,
    username: row.username,
    displayName: row.displayName,
    homeUnitId: row.homeUnitId,
    grants: grants.map(({ role, assessmentId, unitId }) => ({ role, assessmentId, unitId })),
    active: row.passwordHash !== null,
    disabled: row.disabledAt !== null,
    createdAt: row.createdAt.toISOString(),
  };
}
