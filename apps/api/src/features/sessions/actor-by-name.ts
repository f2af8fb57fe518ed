import type { Database } from '@gongping/db';
import type { Actor } from '../../http/actor.ts';
import { findUserByName } from './session.repository.ts';
import { actorFor } from './session.service.ts';

/** The person behind an account name, or null where there is no such account or it is disabled. */
export async function actorNamed(db: Database, username: string): Promise<Actor | null> {
  const user = await findUserByName(db, username);
  return user ? actorFor(db, user.id) : null;
}
