import type { Database } from '@gongping/db';
import { addTally, copyTally } from '@gongping/statistics';
import { addToStored } from './add-to-stored.ts';
import * as repository from './count.repository.ts';
import { methodHash, type CountedSurvey } from './counted-survey.ts';
import { encodeStored } from './encode-stored.ts';
import { tallyKey, tallyRows } from './tally-rows.ts';

/**
 * Brings the stored counts of a survey up to date: what has come since the last time is added, and everything is counted
 * anew where the method or the questions are others. Costs two small queries where nothing is new.
 *
 * @returns how many answers were added
 */
export async function countResponses(db: Database, survey: CountedSurvey, now: Date): Promise<number> {
  const hash = methodHash(survey);
  const known = await repository.findCounts(db, survey.id);
  const newest = await repository.newestSequence(db, survey.id);
  if (known?.methodHash === hash && newest <= known.sequence) return 0;

  const upTo = await repository.settledSequence(db, survey.id);
  return db.transaction(async (tx) => {
    await repository.lockCounts(tx, survey.id);
    const last = await repository.findCounts(tx, survey.id);
    const same = last?.methodHash === hash;
    if (!same) await repository.deleteCounts(tx, survey.id);
    const range = { surveyId: survey.id, after: same ? last.sequence : 0, upTo };
    if (upTo <= range.after) return 0;
    await repository.setPatterns(tx, survey.id, await encodeStored(tx, survey, range));
    const rows = tallyRows(await repository.readPatterns(tx, range), survey);
    const added = rows.reduce((sum, { received }) => sum + received, 0);
    await addToStored(tx, survey.id, rows);
    await repository.addHours(tx, range);
    await repository.saveCounts(tx, {
      surveyId: survey.id,
      sequence: upTo,
      methodHash: hash,
      countedAt: now,
    });
    return added;
  });
}

/**
 * The tallies as of now: the stored ones with what has come since, or all answers from the first.
 * Nothing is written, so that reading waits for nobody.
 * @param anew counts from the first whatever is stored: for a publication
 */
export async function currentTallies(
  db: Database,
  survey: CountedSurvey,
  { anew }: { anew: boolean },
): Promise<repository.TallyRow[]> {
  const kept = anew ? null : await repository.readKept(db, survey.id);
  const usable = kept !== null && kept.methodHash === methodHash(survey) ? kept : null;
  const range = { surveyId: survey.id, after: usable?.sequence ?? 0, upTo: Number.MAX_SAFE_INTEGER };
  const stored = await repository.readPatterns(db, range);
  const unencoded = await encodeStored(db, survey, range);
  const fresh = tallyRows(
    [...stored, ...unencoded.map(({ pattern, ...at }) => ({ ...at, patterns: pattern }))],
    survey,
  );
  const all = new Map<string, repository.TallyRow>();
  for (const row of [...(usable?.tallies ?? []), ...fresh]) {
    const known = all.get(tallyKey(row));
    if (known) {
      addTally(known.tally, row.tally);
      known.received += row.received;
    } else all.set(tallyKey(row), { ...row, tally: copyTally(row.tally) });
  }
  return [...all.values()];
}
