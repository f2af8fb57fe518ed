import type { User } from '@gongping/contracts';
import type { GrantRow, UserRow } from './user.repository.ts';

export function toUser(row: UserRow, grants: readonly GrantRow[]): User {
  return {
    id: row.id,
    username: row.username,
    displayName: row.displayName,
    homeUnitId: row.homeUnitId,
    email: row.email,
    grants: grants.map(({ role, assessmentId, unitId }) => ({ role, assessmentId, unitId })),
    active: row.passwordHash !== null,
    disabled: row.disabledAt !== null,
    createdAt: row.createdAt.toISOString(),
  };
}

/** An account as the log keeps it for good: without the address, which its owner may want gone. */
export function toLoggedUser({ email, ...user }: User): Omit<User, 'email'> & { hasEmail: boolean } {
  return { ...user, hasEmail: email !== null };
}
