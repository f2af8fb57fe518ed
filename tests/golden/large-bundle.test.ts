import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { zipFolder } from './support/zip-folder.ts';

const gongping = fileURLToPath(new URL('../../apps/cli/bin/gongping.mjs', import.meta.url));
const peakMemory = new URL('support/peak-memory.mjs', import.meta.url).href;
const folder = temporaryFolder('large-bundle');
const bundle = join(folder, 'bundle');

const UNITS = 30_000;
const LEAVES = 200;
const unit = (u: number): string => `U${String(u).padStart(5, '0')}`;
/** Marks of 5 in hundredths that are never the same for two neighbours. */
const value = (u: number, leaf: number): number => ((u * 7 + leaf * 13) % 501) / 100;

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

beforeAll(async () => {
  await writeBundle(bundle, UNITS);
  await zipFolder(bundle, `${bundle}.zip`);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function writeBundle(path: string, count: number): Promise<void> {
  await mkdir(path, { recursive: true });
  const units = Array.from({ length: count }, (_, u) => `${unit(u)},,county\n`);
  await writeFile(join(path, 'units.csv'), `code,name,kind\n${units.join('')}`);
  const leaves = Array.from({ length: LEAVES }, (_, leaf) => `L${leaf},,,5\n`);
  await writeFile(join(path, 'indicators.csv'), `code,parent,name,marks\n${leaves.join('')}`);
  const scores = await open(join(path, 'scores.csv'), 'w');
  await scores.write('unit,indicator,value\n');
  for (let u = 0; u < count; u += 1) {
    const lines = Array.from({ length: LEAVES }, (_, leaf) => `${unit(u)},L${leaf},${value(u, leaf)}\n`);
    await scores.write(lines.join(''));
  }
  await scores.close();
}

/** Runs `gongping score`. @returns the most memory it had, in MB */
async function score(path: string, out: string): Promise<number> {
  const peak = `${out}.peak`;
  const child = spawn(process.execPath, [gongping, 'score', path, '--out', out], {
    env: { PATH: process.env.PATH ?? '', NODE_OPTIONS: `--import=${peakMemory}`, PEAK_MEMORY_FILE: peak },
    stdio: 'ignore',
  });
  expect(await once(child, 'close')).toEqual([0, null]);
  return Number(await readFile(peak, 'utf8')) / 1024;
}

it.each([
  ['a folder', bundle],
  ['a zip', `${bundle}.zip`],
])('scores.csv of 100 MB in %s is computed in less than 400 MB of memory', async (_, path) => {
  expect((await stat(join(bundle, 'scores.csv'))).size).toBeGreaterThan(90_000_000);
  const out = join(folder, path.endsWith('.zip') ? 'from-zip' : 'from-folder');
  expect(await score(path, out)).toBeLessThan(400);
  // The first unit's total by hand: the mean of its 200 shares of 5 marks.
  let sum = 0;
  for (let leaf = 0; leaf < LEAVES; leaf += 1) sum += value(0, leaf) / 5;
  const rows = createInterface({ input: createReadStream(join(out, 'results.csv')) });
  const lines: string[] = [];
  for await (const line of rows) if (lines.push(line) === 2) break;
  const [code, node, total] = (lines[1] ?? '').split(',');
  expect([code, node]).toEqual([unit(0), 'total']);
  expect(Number(total)).toBeCloseTo((100 * sum) / LEAVES, 9);
});

it('a reader that has read enough ends it without a word', async () => {
  // Its results are a hundred times what a pipe holds.
  const small = join(folder, 'small');
  await writeBundle(small, 2000);
  const { status, stdout, stderr } = spawnSync(
    'sh',
    ['-c', '"$0" "$1" score "$2" | head -n 1', process.execPath, gongping, small],
    { encoding: 'utf8', env: { PATH: process.env.PATH ?? '' } },
  );
  expect({ status, stdout, stderr }).toEqual({
    status: 0,
    stdout: 'unit,node,score,coverage,rank,band\r\n',
    stderr: '',
  });
});
