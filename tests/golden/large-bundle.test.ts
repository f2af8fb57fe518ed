import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { fileURLToPath } from 'node:url';

const gongping = fileURLToPath(new URL('../../apps/cli/bin/gongping.mjs', import.meta.url));
const peakMemory = new URL('support/peak-memory.mjs', import.meta.url).href;
const folder = temporaryFolder('large-bundle');
const bundle = join(folder, 'bundle');

const UNITS = 30_000;
const LEAVES = 200;
const unit = (u: number): string => `U${String(u).padStart(5, '0')}`;
/** Marks of 5 in hundredths that are never the same for two neighbours. */
const value = (u: number, leaf: number): number => ((u * 7 + leaf * 13) % 501) / 100;

beforeAll(async () => {
  await mkdir(bundle, { recursive: true });
  const units = Array.from({ length: UNITS }, (_, u) => `${unit(u)},,county\n`);
  await writeFile(join(bundle, 'units.csv'), `code,name,kind\n${units.join('')}`);
  const leaves = Array.from({ length: LEAVES }, (_, leaf) => `L${leaf},,,5\n`);
  await writeFile(join(bundle, 'indicators.csv'), `code,parent,name,marks\n${leaves.join('')}`);
  const scores = await open(join(bundle, 'scores.csv'), 'w');
  await scores.write('unit,indicator,value\n');
  for (let u = 0; u < UNITS; u += 1) {
    const lines = Array.from({ length: LEAVES }, (_, leaf) => `${unit(u)},L${leaf},${value(u, leaf)}\n`);
    await scores.write(lines.join(''));
  }
  await scores.close();
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

it('scores.csv of 100 MB is computed in less than 400 MB of memory', { timeout: 240_000 }, async () => {
  expect((await stat(join(bundle, 'scores.csv'))).size).toBeGreaterThan(90_000_000);
  const peaks = join(folder, 'peaks');
  const out = join(folder, 'out');
  const child = spawn(process.execPath, [gongping, 'score', bundle, '--out', out], {
    env: { PATH: process.env.PATH ?? '', NODE_OPTIONS: `--import=${peakMemory}`, PEAK_MEMORY_FILE: peaks },
    stdio: 'ignore',
  });
  const [code] = (await once(child, 'close')) as [number | null];
  expect(code).toBe(0);
  const kilobytes = (await readFile(peaks, 'utf8')).trim().split('\n').map(Number);
  expect(kilobytes).toHaveLength(2);
  expect(Math.max(...kilobytes) / 1024).toBeLessThan(400);
  // The first unit's total by hand: the mean of its 200 shares of 5 marks.
  let sum = 0;
  for (let leaf = 0; leaf < LEAVES; leaf += 1) sum += value(0, leaf) / 5;
  const rows = createInterface({ input: createReadStream(join(out, 'results.csv')) });
  const lines: string[] = [];
  for await (const line of rows) if (lines.push(line) === 2) break;
  const [code0, node, total] = (lines[1] ?? '').split(',');
  expect([code0, node]).toEqual([unit(0), 'total']);
  expect(Number(total)).toBeCloseTo((100 * sum) / LEAVES, 9);
});
