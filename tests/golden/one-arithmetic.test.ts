import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ESLint, type Linter } from 'eslint';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const ROUNDING_MODULE = 'packages/scoring/src/round.ts';

/** Sources of the product: everything that can compute a figure that somebody sees. */
function* sources(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!/^(node_modules|build|paraglide|\..*)$/.test(entry.name)) yield* sources(path);
    } else if (/\.(ts|svelte)$/.test(entry.name) && !/\.test\.ts$/.test(entry.name)) yield path;
  }
}

const product = ['packages', 'apps'].flatMap((folder) => [...sources(join(root, folder))]);

describe('there is one arithmetic', () => {
  it.each([
    ['Math.round', /\bMath\s*\.\s*round\b/],
    ['toFixed and toPrecision', /\.\s*to(Fixed|Precision)\s*\(/],
    ['rounding by adding a half', /Math\s*\.\s*(floor|trunc)\s*\([^)]*\+\s*0?\.5\b/],
    ['number formats with decimals', /(maximum|minimum)(Fraction|Significant)Digits/],
  ])('no %s outside the rounding module', (_, pattern) => {
    const found = product
      .filter((path) => pattern.test(readFileSync(path, 'utf8')))
      .map((path) => relative(root, path));
    expect(found.filter((path) => path !== ROUNDING_MODULE)).toEqual([]);
  });

  it('nothing but the engine aggregates, ranks or bands', () => {
    const found = product
      .map((path) => relative(root, path))
      .filter((path) => !path.startsWith('packages/scoring/') && !path.startsWith('packages/statistics/'))
      .filter((path) =>
        /\b(weightedMean|rankValues|bandOf|competitionRank)\w*\s*[=(<]/.test(
          readFileSync(join(root, path), 'utf8'),
        ),
      );
    expect(found).toEqual([]);
  });

  it('the lint refuses rounding in every source of the product but the rounding module', async () => {
    const lint = new ESLint({ cwd: root });
    for (const path of product) {
      const config = (await lint.calculateConfigForFile(path)) as Linter.Config;
      const [severity, ...restricted] = [config.rules?.['no-restricted-properties'] ?? 'off'].flat();
      if (relative(root, path) === ROUNDING_MODULE) {
        expect(severity).toBe(0);
        continue;
      }
      expect(severity, path).toBe(2);
      expect(restricted).toContainEqual(expect.objectContaining({ object: 'Math', property: 'round' }));
      expect(restricted).toContainEqual(expect.objectContaining({ property: 'toFixed' }));
    }
  });
});
