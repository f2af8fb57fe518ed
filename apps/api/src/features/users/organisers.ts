import type { Database } from '@gongping/db';
import * as repository from './user.repository.ts';

/** True where the platform has an organiser who can sign in. */
export async function hasActiveOrganiser(db: Database): Promise<boolean> {
  return (await repository.listActiveOrganiserIds(db)).length > 0;
}

/** True where nobody has an account yet. */
export async function hasNoUsers(db: Database): Promise<boolean> {
  return !(await repository.anyUser(db));
}
