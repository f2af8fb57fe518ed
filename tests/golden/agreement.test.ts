import { rm, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  cohenKappa,
  fleissKappa,
  intraclassCorrelation,
  kappaOfTable,
  krippendorffAlpha,
  type Agreement,
} from '@gongping/statistics';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { gongpingHere } from '../support/gongping-here.ts';
import { gongpingCommand } from '../support/gongping.ts';
import { pairsOf, published } from './support/published.ts';

const folder = temporaryFolder('agreement');
beforeAll(() => mkdir(folder, { recursive: true }));
afterAll(() => rm(folder, { recursive: true, force: true }));

type Ratings = readonly (readonly (number | null)[])[];

/** `gongping agreement --json` on the ratings as a file; the first as a process of its own. */
async function byCommand(name: string, subjects: Ratings, ...flags: string[]): Promise<Agreement> {
  const lines = subjects.flatMap((row, i) =>
    row.map((rating, j) => `S${i + 1},R${j + 1},${rating === null ? '' : rating}`),
  );
  const file = join(folder, `${name}.csv`);
  await writeFile(file, `subject,rater,rating\n${lines.join('\n')}\n`);
  const { code, stdout, stderr } = await (name === 'sas' ? gongpingCommand : gongpingHere)([
    'agreement',
    file,
    '--json',
    ...flags,
  ]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as Agreement;
}

const within = (actual: number | null | undefined, expected: number, tolerance: number): void =>
  expect(Math.abs((actual ?? NaN) - expected)).toBeLessThanOrEqual(tolerance);

describe('Cohen’s kappa', () => {
  it('of the SAS print: simple and linear, with a category that the first rater never uses', async () => {
    const { table, expected, tolerance } = published<{
      table: number[][];
      expected: { kappa: number; weighted_linear: number };
      tolerance: number;
    }>('agreement/cohen_sas_3x3.json');
    const pairs = pairsOf(table);
    const { cohenKappa: kappa } = await byCommand('sas', pairs, '--categories', '1,2,3');
    within(kappa?.unweighted, expected.kappa, tolerance);
    within(kappa?.linear, expected.weighted_linear, tolerance);
    const [a, b] = [pairs.map(([first]) => first), pairs.map(([, second]) => second)];
    expect(cohenKappa(a, b, { weights: 'linear' })).toBe(kappa?.linear);
  });

  it('of Cohen 1968, with his own weights of disagreement', () => {
    const set = published<{
      proportions: number[][];
      disagreement_weights: number[][];
      expected: { kappa: number; weighted_kappa: number; psych: [number, number] };
      tolerance: number;
    }>('agreement/cohen_1968.json');
    const { proportions, disagreement_weights: weights, expected, tolerance } = set;
    const simple = proportions.map((row, i) => row.map((_, j) => (i === j ? 0 : 1)));
    within(kappaOfTable(proportions, simple), expected.kappa, tolerance);
    within(kappaOfTable(proportions, weights), expected.weighted_kappa, tolerance);
    // The R package psych prints seven digits.
    within(kappaOfTable(proportions, simple), expected.psych[0], 5e-8);
    within(kappaOfTable(proportions, weights), expected.psych[1], 5e-8);
  });

  it('of Gwet’s abstractors: simple, quadratic, percent agreement and both alphas', async () => {
    const { table, expected, tolerance } = published<{
      table: number[][];
      expected: Record<string, number>;
      tolerance: number;
    }>('agreement/irrcac_abstractors.json');
    const result = await byCommand('abstractors', pairsOf(table));
    within(result.cohenKappa?.unweighted, expected['cohen'] ?? NaN, tolerance);
    within(result.cohenKappa?.quadratic, expected['quadratic_cohen'] ?? NaN, tolerance);
    within(result.percentAgreement, expected['percent_agreement'] ?? NaN, tolerance);
    within(result.krippendorffAlpha.nominal, expected['krippendorff'] ?? NaN, tolerance);
    // Quadratic weights over equally spaced categories are the interval metric.
    within(result.krippendorffAlpha.interval, expected['quadratic_krippendorff'] ?? NaN, tolerance);
  });
});

/** Subjects × raters from how many raters chose each category. */
const ratingsOf = (table: Ratings): number[][] =>
  table.map((row) =>
    row.flatMap((count, category) => Array.from({ length: count ?? 0 }, () => category + 1)),
  );

describe('Fleiss’ kappa', () => {
  it('of the worked example of ten subjects and fourteen raters', async () => {
    const { table, expected, tolerance } = published<{
      table: number[][];
      expected: { kappa: number; P_bar: number };
      tolerance: number;
    }>('agreement/fleiss_wikipedia.json');
    const result = await byCommand('fleiss', ratingsOf(table));
    within(result.fleissKappa, expected.kappa, tolerance);
    within(result.percentAgreement, expected.P_bar, tolerance);
  });

  it('of four small tables, one of them undefined', () => {
    const { cases, tolerance } = published<{
      cases: { table: number[][]; kappa?: number }[];
      tolerance: number;
    }>('agreement/fleiss_small.json');
    for (const { table, kappa } of cases) {
      const own = fleissKappa(ratingsOf(table));
      if (kappa === undefined) expect(own).toBeNull();
      else within(own, kappa, tolerance);
    }
  });
});

it('Krippendorff’s alpha of his example C, four metrics, with gaps', async () => {
  const { units, expected, irrCAC, tolerance } = published<{
    units: (number | null)[][];
    expected: Record<'nominal' | 'ordinal' | 'interval' | 'ratio', number>;
    irrCAC: { nominal: number; interval: number };
    tolerance: number;
  }>('agreement/krippendorff_canonical.json');
  const { krippendorffAlpha: alpha } = await byCommand('krippendorff', units);
  for (const metric of ['nominal', 'ordinal', 'interval', 'ratio'] as const) {
    within(alpha[metric], expected[metric], tolerance);
    expect(krippendorffAlpha(units, metric)).toBe(alpha[metric]);
  }
  within(alpha.nominal, irrCAC.nominal, 5e-6);
  within(alpha.interval, irrCAC.interval, 5e-6);
});

it('the six intraclass correlations of Shrout and Fleiss 1979', async () => {
  const { ratings, expected, psych, tolerance } = published<{
    ratings: number[][];
    expected: Record<string, number>;
    psych: Record<string, number>;
    tolerance: number;
  }>('agreement/icc_shrout_fleiss_1979.json');
  const { icc } = await byCommand('icc', ratings);
  expect(intraclassCorrelation(ratings)).toEqual(icc);
  for (const form of ['icc1', 'icc2', 'icc3', 'icc1k', 'icc2k', 'icc3k'] as const) {
    within(icc[form], expected[form] ?? NaN, tolerance);
    // The R package psych prints six digits.
    within(icc[form], psych[form] ?? NaN, 1e-6);
  }
});
