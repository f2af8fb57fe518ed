import type { OpenDatabase } from '@gongping/db';
import * as repository from './mix-tokens.repository.ts';

/** Uses that may lie apart before all used tokens are written anew: fewer tell an order of fewer. */
const usesBetween = 5;

/**
 * Writes used tokens anew, together and in random order, so that neither the transaction that wrote a row nor its place
 * in the table tells when a token was used: after every few uses, and once more when the survey has closed. The versions
 * that were replaced are cleared away at once.
 *
 * @returns how many surveys' tokens were written anew
 */
export async function mixUsedTokens(
  { db, pool }: Pick<OpenDatabase, 'db' | 'pool'>,
  now: Date,
): Promise<number> {
  let mixed = 0;
  for (const { surveyId, writings, closed } of await repository.listWritten(db, now)) {
    if (writings < (closed ? 2 : usesBetween)) continue;
    await db.transaction(async (tx) => {
      await repository.lockMixing(tx, surveyId);
      await repository.rewriteUsed(tx, surveyId);
    });
    mixed += 1;
  }
  if (mixed > 0) await pool.query('VACUUM survey_tokens');
  return mixed;
}
