import { openRobustnessPool } from '@gongping/robustness';
import { buildModel } from '@gongping/scoring';
import { parseArgs } from 'node:util';
import { benchmarkRound } from './round.ts';

/** Run as a process of its own, so that its peak memory is its own: prints times in ms and the peak in MB as JSON. */
const { values } = parseArgs({
  options: {
    units: { type: 'string', default: '3000' },
    leaves: { type: 'string', default: '200' },
    draws: { type: 'string', default: '10000' },
    workers: { type: 'string', default: '2' },
    policy: { type: 'string', default: 'total' },
    runs: { type: 'string', default: '3' },
  },
});
const notApplicable = values.policy === 'siblings' ? 'siblings' : 'total';
const model = buildModel(
  benchmarkRound({ units: Number(values.units), leaves: Number(values.leaves), method: { notApplicable } }),
);
const pool = openRobustnessPool(Number(values.workers));
// The first run loads and compiles; it counts for memory only.
await pool.run(model, { draws: 512, spread: 0.25 });
const times: number[] = [];
for (let run = 0; run < Number(values.runs); run += 1) {
  const begun = performance.now();
  await pool.run(model, { draws: Number(values.draws), seed: run, spread: 0.25 });
  times.push(performance.now() - begun);
}
pool.close();
console.log(JSON.stringify({ times, peak: process.resourceUsage().maxRSS / 1024 }));
