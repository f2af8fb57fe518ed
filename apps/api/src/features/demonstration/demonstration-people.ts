import type { Unit } from '@gongping/contracts';
import { newId } from '../../http/new-id.ts';
import { demonstrationAccounts } from './demonstration-accounts.ts';
import type { GrantRow, UserRow } from './demonstration.repository.ts';

/** The accounts of the demonstration, with whom each speaks for. */
export interface DemonstrationPeople {
  readonly users: readonly UserRow[];
  readonly organiser: UserRow;
  readonly evaluators: readonly UserRow[];
}

/** @param units by code */
export function demonstrationPeople(
  units: ReadonlyMap<string, Unit>,
  { passwordHash, createdAt }: { passwordHash: string; createdAt: Date },
): DemonstrationPeople {
  const accounts = demonstrationAccounts.map(({ username, displayName, unitCode, role }) => {
    const homeUnitId = unitCode === null ? null : (units.get(unitCode)?.id ?? null);
    const user: UserRow = {
      id: newId(createdAt),
      username,
      displayName,
      passwordHash,
      homeUnitId,
      email: null,
      mailLanguage: 'zh',
      disabledAt: null,
      createdAt,
    };
    return { role, user };
  });
  const withRole = (wanted: string) => accounts.filter(({ role }) => role === wanted).map(({ user }) => user);
  const [organiser] = withRole('organiser');
  if (!organiser) throw new Error('The demonstration has no organiser');
  return { users: accounts.map(({ user }) => user), organiser, evaluators: withRole('evaluator') };
}

/** The organiser's role is for the whole platform; everybody else's for the assessments of the demonstration. */
export function demonstrationGrants(
  users: readonly UserRow[],
  assessmentIds: readonly string[],
  now: Date,
): GrantRow[] {
  const roles = new Map(demonstrationAccounts.map(({ username, role }) => [username, role]));
  return users.flatMap(({ id: userId, username, homeUnitId }) => {
    const role = roles.get(username);
    if (role === undefined) return [];
    const scopes = role === 'organiser' ? [null] : assessmentIds;
    const unitId = role === 'liaison' ? homeUnitId : null;
    return scopes.map((assessmentId) => ({ id: newId(now), userId, role, assessmentId, unitId }));
  });
}
