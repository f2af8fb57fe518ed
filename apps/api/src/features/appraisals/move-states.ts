import type { Database } from '@gongping/db';
import { addToStored } from './add-to-stored.ts';
import * as repository from './count.repository.ts';
import { methodHash, type CountedSurvey } from './counted-survey.ts';
import { tallyRows } from './tally-rows.ts';

export type { ChangedResponse, StateChange } from './count.repository.ts';

/**
 * Changes states of answers and moves what was counted of them along, in the caller's transaction: counts and answers
 * never tell two stories. Call {@link holdCounts} before reading what the changes rest on.
 *
 * @returns the answers that have another state now
 */
export async function moveStates(
  tx: Database,
  survey: CountedSurvey,
  changes: readonly repository.StateChange[],
): Promise<readonly repository.ChangedResponse[]> {
  const counts = await repository.findCounts(tx, survey.id);
  const usable = counts?.methodHash === methodHash(survey) ? counts : null;
  const changed = await repository.changeStates(tx, survey.id, changes);
  // What has not been counted yet is counted with its new state; counts by another method are made anew.
  const counted = usable === null ? [] : changed.filter(({ sequence }) => sequence <= usable.sequence);
  if (counted.length > 0) {
    const at = (state: 'from' | 'to') =>
      counted.map(({ pattern, unitId, version, channel, ...row }) => ({
        unitId,
        version,
        channel,
        state: row[state],
        patterns: pattern,
      }));
    await addToStored(tx, survey.id, [...tallyRows(at('from'), survey, -1), ...tallyRows(at('to'), survey)]);
    await repository.deleteEmptyTallies(tx, survey.id);
    const hours = counted.flatMap(({ hour, unitId, channel, from, to }) => [
      { hour, unitId, channel, state: from, responses: -1 },
      { hour, unitId, channel, state: to, responses: 1 },
    ]);
    await repository.moveHours(tx, survey.id, hours);
  }
  return changed;
}

/** From here to the transaction's end nobody else counts or changes states of this survey. */
export const holdCounts = repository.lockCounts;
