import type { Database } from '@gongping/db';
import { byToken } from './channel.mapper.ts';
import * as repository from './channel.repository.ts';

/** A channel that one answers with a token; undefined where there is none of that code. */
export async function tokenChannel(db: Database, at: { surveyId: string; code: string }) {
  const found = await repository.findChannel(db, at);
  return found && byToken(found) ? found : undefined;
}
