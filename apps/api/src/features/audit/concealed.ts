import type { Database } from '@gongping/db';
import type { Actor } from '../../http/actor.ts';
import { blindFamilies } from '../score-sheets/blind-cells.ts';
import { openSheets } from '../score-sheets/sheets.access.ts';

/**
 * What of a log somebody may not read: what others did to ratings, their evidence and samples at units that the person
 * rates blindly, and what came of both before it was given back. The entries are left out, not blanked, so that their number tells nothing either.
 */
export interface Concealed {
  /** Their own entries are theirs to read. */
  readonly from: string;
  readonly unitCodes: readonly string[];
}

/** Null where the person may read all of the log: who is no rater, or has seen the other rater everywhere. */
export async function concealedFrom(db: Database, actor: Actor, slug: string): Promise<Concealed | null> {
  const blind = blindFamilies(await openSheets(db, actor, slug));
  const unitCodes = [...new Set(blind.map(({ unit }) => unit.code))];
  return unitCodes.length === 0 ? null : { from: actor.id, unitCodes };
}
