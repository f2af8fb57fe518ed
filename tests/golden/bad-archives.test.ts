import { BundleError, describeBundleProblem, readBundle } from '@gongping/bundle';
import { computeModel } from '@gongping/scoring';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { good } from './support/bundle-change.ts';
import { gongpingCommand } from '../support/gongping.ts';
import { rawZip, type RawEntry } from './support/raw-zip.ts';

const folder = temporaryFolder('bad-archives');
beforeAll(() => mkdir(folder, { recursive: true }));
afterAll(() => rm(folder, { recursive: true, force: true }));

const files: readonly RawEntry[] = Object.entries(good).map(([name, content]) => ({
  name,
  content: content ?? '',
}));
const [units, indicators, scores] = files;
/** The good bundle with something else said of its scores. */
const scoresAs = (change: Partial<RawEntry>): Buffer =>
  rawZip(files.map((file) => (file === scores ? { ...file, ...change } : file)));
const withEntry = (entry: RawEntry): Buffer => rawZip([...files, entry]);
const whole = rawZip(files);
const zeros = (megabytes: number): Uint8Array => new Uint8Array(megabytes * 1024 * 1024);
const noZip = 'Not a zip file that can be read; it may be damaged. Make it again.';
const unsupported =
  'The archive is encrypted, or of a kind that is not supported (several parts, zip64); make an ordinary zip without a password.';
const damaged =
  'This file of the archive is damaged or is not what the archive says of it; make the archive again.';
const leadsOut = 'The path leads out of the archive’s folder; the archive is refused.';
const bomb = 'It would grow to more than 250 times its size, as a zip bomb does; the archive is refused.';

async function score(archive: Buffer): Promise<string | number | null> {
  const path = join(folder, 'bundle.zip');
  await writeFile(path, archive);
  try {
    const { model } = await readBundle(path);
    return computeModel(model).rows[0]?.score ?? null;
  } catch (error) {
    const [problem] = error instanceof BundleError ? error.problems : [];
    if (problem === undefined) throw error;
    expect(describeBundleProblem(problem, 'zh')).toMatch(/\p{Script=Han}/u);
    return describeBundleProblem(problem, 'en');
  }
}

describe('an archive', () => {
  it.each<[string, Buffer, string | number]>([
    ['as it should be', whole, 90],
    ['with files stored as they are', rawZip(files.map((file) => ({ ...file, method: 0 }))), 90],
    ['of one folder', rawZip(files.map((file) => ({ ...file, name: `bundle/${file.name}` }))), 90],
    ['with what macOS adds', withEntry({ name: '__MACOSX/._units.csv', content: 'x' }), 90],
    ['with a file of no use', withEntry({ name: 'readme.txt', content: 'hello' }), 90],
    ['with an archive inside, which is not opened', withEntry({ name: 'more.zip', content: whole }), 90],
    ['that is empty', Buffer.alloc(0), noZip],
    ['that is something else', Buffer.from('code,name,kind\n'), noZip],
    ['cut off', whole.subarray(0, whole.length - 30), noZip],
    ['with something before it', Buffer.concat([Buffer.from('#!/bin/sh\n'), whole]), noZip],
    ['without a file', rawZip([]), 'units.csv: The bundle has no such file; add it.'],
    ['with a password', scoresAs({ flags: 1 }), `scores.csv: ${unsupported}`],
    ['compressed in another way', scoresAs({ method: 12 }), `scores.csv: ${unsupported}`],
    ['of the 64-bit kind', scoresAs({ declaredSize: 0xffffffff }), `scores.csv: ${unsupported}`],
    ['with another name inside', scoresAs({ localName: 'values.csv' }), `scores.csv: ${damaged}`],
    ['with a wrong checksum', scoresAs({ checksum: 1 }), `scores.csv: ${damaged}`],
    ['that declares less than there is', scoresAs({ declaredSize: 10 }), `scores.csv: ${damaged}`],
    ['that declares more than there is', scoresAs({ declaredSize: 1000 }), `scores.csv: ${damaged}`],
    ['that declares a longer entry', scoresAs({ declaredLength: 1_000_000 }), `scores.csv: ${damaged}`],
    ['with bytes that do not unpack', scoresAs({ packed: 'not packed at all' }), `scores.csv: ${damaged}`],
    [
      'with two files of one name',
      rawZip([...files, ...(units === undefined ? [] : [units])]),
      'units.csv: The archive has two files of this name; keep one of them.',
    ],
    [
      'with files that share bytes',
      withEntry({
        name: 'copy.csv',
        content: scores?.content ?? '',
        localName: 'scores.csv',
        overlapping: true,
      }),
      `copy.csv: ${damaged}`,
    ],
    ['that leads out', withEntry({ name: '../units.csv', content: '' }), `../units.csv: ${leadsOut}`],
    ['with an absolute path', withEntry({ name: '/etc/x.csv', content: '' }), `/etc/x.csv: ${leadsOut}`],
    ['with a drive', withEntry({ name: 'C:/x.csv', content: '' }), `C:/x.csv: ${leadsOut}`],
    ['with a backslash', withEntry({ name: '..\\x.csv', content: '' }), `..\\x.csv: ${leadsOut}`],
    ['that is a bomb', scoresAs({ content: zeros(64) }), `scores.csv: ${bomb}`],
    ['with a bomb of no use', withEntry({ name: 'x.bin', content: zeros(64) }), `x.bin: ${bomb}`],
    [
      'with a bomb that hides its size',
      scoresAs({ content: zeros(64), declaredSize: 1000 }),
      `scores.csv: ${damaged}`,
    ],
    ['with __proto__ for a name', withEntry({ name: '__proto__', content: 'x' }), 90],
    [
      'whose indicators have another case',
      rawZip([...files.filter((file) => file !== indicators), { name: 'INDICATORS.csv', content: '' }]),
      'indicators.csv: There is no such file, but “INDICATORS.csv”; rename it to “indicators.csv”.',
    ],
  ])('%s', { timeout: 20_000 }, async (_name, archive, outcome) => {
    expect(await score(archive)).toBe(outcome);
  });
});

it('gongping score says in one sentence what is wrong with an archive, and nothing else', async () => {
  const path = join(folder, 'bomb.zip');
  await writeFile(path, withEntry({ name: 'x\u001b[2J.bin', content: zeros(64) }));
  expect(await gongpingCommand(['score', path])).toEqual({
    code: 2,
    stdout: '',
    // The name would clear the screen.
    stderr: `x\\u001b[2J.bin: ${bomb}\n`,
  });
});
