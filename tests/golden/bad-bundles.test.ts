import { BundleError, describeBundleProblem, readBundle, withSource, zipBundle } from '@gongping/bundle';
import { computeModel } from '@gongping/scoring';
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { badBundles } from './support/bad-bundles.ts';
import { good, type BundleChange } from './support/bundle-change.ts';
import { gongpingHere } from '../support/gongping-here.ts';
import { hostileBundles } from './support/hostile-bundles.ts';

const cases = [...badBundles, ...hostileBundles];

const folder = temporaryFolder('bad-bundles');
afterAll(() => rm(folder, { recursive: true, force: true }));

async function write(name: string, change: BundleChange): Promise<string> {
  const path = join(folder, name.replaceAll(/\W+/g, '-'));
  for (const [file, content] of Object.entries({ ...good, ...change })) {
    if (content === null) continue;
    await mkdir(dirname(join(path, file)), { recursive: true });
    await writeFile(join(path, file), content);
  }
  return path;
}

/** What `gongping score` makes of it: results, or its sentence in both languages. Anything else is thrown. */
async function score(path: string) {
  try {
    const { model, source } = await readBundle(path);
    return withSource(source, () => computeModel(model));
  } catch (error) {
    if (!(error instanceof BundleError)) throw error;
    const [problem] = error.problems;
    if (problem === undefined) throw error;
    return { en: describeBundleProblem(problem, 'en'), zh: describeBundleProblem(problem, 'zh') };
  }
}

describe('a bundle with', () => {
  it.each(cases)('%s', { timeout: 20_000 }, async (name, change, outcome) => {
    const result = await score(await write(name, change));
    if ('en' in result) {
      expect(result.en).toBe(outcome);
      expect(result.zh).toMatch(/\p{Script=Han}/u);
      expect(`${result.en}${result.zh}`).not.toMatch(/undefined|\bat \//);
      return;
    }
    const [first] = result.rows;
    expect(first?.score).toBe(outcome);
    if (outcome === null) expect(result.warnings).not.toEqual([]);
    for (const { score: x, coverage } of result.rows) {
      expect(x === null || Number.isFinite(x)).toBe(true);
      expect(Number.isFinite(coverage)).toBe(true);
    }
  });

  it('a link to a file outside is not followed', async () => {
    const path = await write('link', { 'units.csv': null });
    await writeFile(join(folder, 'outside.csv'), String(good['units.csv']));
    await symlink(join(folder, 'outside.csv'), join(path, 'units.csv'));
    const result = await score(path);
    expect('en' in result ? result.en : '').toMatch(/^units\.csv: /);
  });

  it('at least forty of them are bad', () => {
    expect(cases.filter(([, , outcome]) => typeof outcome === 'string').length).toBeGreaterThanOrEqual(40);
  });
});

describe('gongping score', () => {
  it.each(['a cycle of three', 'GBK', 'too large', 'UTF-16', 'method: cut off', 'an unscored leaf'])(
    'ends with code 2 and one sentence for %s, in a folder and in a zip',
    async (name) => {
      const [, change = {}, outcome] = cases.find(([each]) => each === name) ?? [];
      const path = await write(`command ${name}`, change);
      const files = Object.entries({ ...good, ...change }).flatMap(
        ([file, content]): [string, Uint8Array][] =>
          content === null ? [] : [[file, typeof content === 'string' ? Buffer.from(content) : content]],
      );
      await writeFile(`${path}.zip`, zipBundle(new Map(files)));
      for (const bundle of [path, `${path}.zip`]) {
        const { code, stdout, stderr } = await gongpingHere(['score', bundle, '--json']);
        expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
        expect(stderr.trimEnd().split('\n')).toHaveLength(1);
        expect(stderr).toContain(outcome);
      }
    },
  );
});
