import { createMemory, makeReportArchives, shareRobustness } from '@gongping/api';
import { openDatabase } from '@gongping/db';
import { openPress } from '@gongping/documents';
import { openRobustnessPool } from '@gongping/robustness';

/*
 * One instance that does nothing but make reports, on the database at DATABASE_URL, until it is killed. It says when it
 * begins.
 */
const { db } = await openDatabase({ url: process.env['DATABASE_URL'] ?? null, dataDir: null, poolSize: 3 });
const deps = {
  db,
  clock: () => new Date(),
  memory: createMemory(db),
  press: openPress(),
  robustness: shareRobustness(openRobustnessPool(1)),
};
console.log('begins');
for (;;) await makeReportArchives(deps);
