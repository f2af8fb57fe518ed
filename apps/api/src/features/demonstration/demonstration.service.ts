import type { DemonstrationView } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import {
  demonstrationAccounts,
  demonstrationPassword,
  demonstrationUsernames,
} from './demonstration-accounts.ts';
import * as repository from './demonstration.repository.ts';

/** How the platform's log names the removal. */
export const removedAction = 'demonstration.remove';

/** True while an assessment of the demonstration is there. */
export async function isDemonstrationLoaded(db: Database): Promise<boolean> {
  return (await repository.listDemonstrationIds(db)).length > 0;
}

/** True where somebody has removed it: then it does not come back by itself. */
export function wasDemonstrationRemoved(db: Database): Promise<boolean> {
  return repository.hasHappened(db, removedAction);
}

/** The sign-ins of the demonstration, for the sign-in page: none unless it is loaded. */
export async function viewDemonstration(db: Database): Promise<DemonstrationView> {
  if (!(await isDemonstrationLoaded(db))) return { loaded: false, signIns: [] };
  const rows = await repository.listUsableAccounts(db, demonstrationUsernames);
  const usable = new Set(rows.map(({ username }) => username));
  const signIns = demonstrationAccounts
    .filter(({ username }) => usable.has(username))
    .map(({ username, displayName, role }) => ({
      username,
      password: demonstrationPassword,
      displayName,
      role,
    }));
  return { loaded: true, signIns };
}
