import type { Database } from '@gongping/db';
import { addTally } from '@gongping/statistics';
import * as repository from './count.repository.ts';
import { tallyKey } from './tally-rows.ts';

/** Adds tallies to the stored ones. The caller holds the counts of the survey. */
export async function addToStored(
  tx: Database,
  surveyId: string,
  rows: readonly repository.TallyRow[],
): Promise<void> {
  const units = [...new Set(rows.map(({ unitId }) => unitId))];
  const stored = await repository.listTallies(tx, surveyId, units);
  const sums = new Map(stored.map((row) => [tallyKey(row), row]));
  const changed = new Set<repository.TallyRow>();
  for (const row of rows) {
    const known = sums.get(tallyKey(row));
    if (known) {
      addTally(known.tally, row.tally);
      known.received += row.received;
    } else sums.set(tallyKey(row), row);
    changed.add(known ?? row);
  }
  await repository.saveTallies(tx, [...changed]);
}
