import {
  countChoices,
  cronbachAlpha,
  kishDesignEffect,
  netPromoterScore,
  postStratify,
  rake,
  weightedMeanOf,
  wilsonInterval,
} from '@gongping/statistics';
import { describe, expect, it } from 'vitest';
import { fixture, numberAt } from './support/fixture.ts';
import { published } from './support/published.ts';

const within = (actual: number | null | undefined, expected: number, tolerance: number): void =>
  expect(Math.abs((actual ?? NaN) - expected)).toBeLessThanOrEqual(tolerance);

describe('Cronbach’s alpha', () => {
  it('of three scales of the R package psych, pairwise and listwise, with gaps and reversed items', () => {
    const { reverse_items, expected, tolerance } = published<{
      reverse_items: string[];
      expected: Record<string, { raw_alpha_pairwise: number; raw_alpha_listwise: number }>;
      tolerance: number;
    }>('survey/bfi_AEC.meta.json');
    const rows = fixture('survey/bfi_AEC.csv');
    expect(rows).toHaveLength(2800);
    for (const [scale, alphas] of Object.entries(expected)) {
      const items = [1, 2, 3, 4, 5].map((i) => `${scale}${i}`);
      const answers = rows.map((row) =>
        items.map((item) => {
          const x = numberAt(row, item);
          return x !== null && reverse_items.includes(item) ? 7 - x : x;
        }),
      );
      within(cronbachAlpha(answers, { missing: 'pairwise' }), alphas.raw_alpha_pairwise, tolerance);
      within(cronbachAlpha(answers, { missing: 'listwise' }), alphas.raw_alpha_listwise, tolerance);
    }
  });

  it('of the long table of pingouin', () => {
    const { expected, tolerance } = published<{ expected: { alpha: number }; tolerance: number }>(
      'survey/cronbach_long.meta.json',
    );
    const items: number[][] = [];
    const places = new Map<string, number>();
    for (const row of fixture('survey/cronbach_long.csv')) {
      const item = row['Items'] ?? '';
      const place = places.get(item) ?? places.size;
      places.set(item, place);
      (items[Number(row['Subj'])] ??= [])[place] = Number(row['Scores']);
    }
    within(cronbachAlpha(items, { missing: 'listwise' }), expected.alpha, tolerance);
  });
});

it('Wilson’s interval of the R package binom', () => {
  const { cases, level, tolerance } = published<{
    cases: { x: number; n: number; lower: number; upper: number }[];
    level: number;
    tolerance: number;
  }>('survey/wilson_r_binom.json');
  for (const { x, n, lower, upper } of cases) {
    const interval = wilsonInterval(x, n, level);
    within(interval?.lower, lower, tolerance);
    within(interval?.upper, upper, tolerance);
  }
});

describe('the weighting example of Kalton and Flores-Cervantes', () => {
  const set = published<{
    sample: number[][];
    population: number[][];
    expected_poststratification_weights: number[][];
    expected_raking_weights: number[][];
    tolerance: number;
  }>('survey/kalton_raking.json');
  const rows = set.sample.flatMap((line, a) =>
    line.flatMap((count, b) => Array.from({ length: count }, () => ({ a, b, cell: `${a}/${b}` }))),
  );
  const first = (a: number, b: number): number => rows.findIndex(({ cell }) => cell === `${a}/${b}`);

  it('by post-stratification to all cells', () => {
    const totals = Object.fromEntries(
      set.population.flatMap((line, a) => line.map((total, b) => [`${a}/${b}`, total])),
    );
    const weights = postStratify(rows, 'cell', totals);
    for (const [a, line] of set.expected_poststratification_weights.entries()) {
      for (const [b, weight] of line.entries()) within(weights[first(a, b)], weight, set.tolerance);
    }
  });

  it('by raking to rows and columns, whose totals the weights then give', () => {
    const sum = (list: readonly number[]): number => list.reduce((total, x) => total + x, 0);
    const a = Object.fromEntries(set.population.map((line, i) => [i, sum(line)]));
    const b = Object.fromEntries([0, 1, 2].map((j) => [j, sum(set.population.map((line) => line[j] ?? 0))]));
    const { weights, converged } = rake(rows, { a, b });
    expect(converged).toBe(true);
    for (const [i, line] of set.expected_raking_weights.entries()) {
      for (const [j, weight] of line.entries()) within(weights[first(i, j)], weight, set.tolerance);
    }
    for (const [i, total] of Object.entries(a)) {
      within(sum(weights.filter((_, row) => rows[row]?.a === Number(i))), total, 1e-6);
    }
  });
});

it('weighted mean, standard error and design effects of the R package survey', () => {
  const { y, weights_pps, weights_srs, expected, kish_deff_pps, tolerance } = published<{
    y: number[];
    weights_pps: number[];
    weights_srs: number[];
    expected: {
      pps: { mean: number; se: number; deff_replace: number };
      srs: { mean: number; se: number; deff: number };
    };
    kish_deff_pps: number;
    tolerance: number;
  }>('survey/deff_kigyo.json');
  const pps = weightedMeanOf(y, weights_pps);
  within(pps?.mean, expected.pps.mean, tolerance);
  within(pps?.standardError, expected.pps.se, tolerance);
  within(pps?.designEffect, expected.pps.deff_replace, tolerance);
  within(kishDesignEffect(weights_pps)?.designEffect, kish_deff_pps, 1e-9);
  const srs = weightedMeanOf(y, weights_srs);
  within(srs?.mean, expected.srs.mean, tolerance);
  within(srs?.standardError, expected.srs.se, tolerance);
  // The source's denominator has the finite-population factor 1 − n ÷ N with n = 10 of N = 1,000; ours has none.
  within((srs?.designEffect ?? NaN) / (1 - 10 / 1000), expected.srs.deff, 1e-6);
});

describe('the survey of Tongdao county, 2023', () => {
  const { n, single_choice, multi_choice, tolerance } = published<{
    n: number;
    single_choice: Record<string, Record<string, [number, number]>>;
    multi_choice: Record<string, Record<string, [number, number]>>;
    tolerance: number;
  }>('survey/cn_tongdao_2023.json');
  const options = (question: Record<string, [number, number]>): string[] => Object.keys(question);

  it('prints the shares of single choice over its 60 respondents', () => {
    for (const question of Object.values(single_choice)) {
      const responses = Object.entries(question).flatMap(([option, [count]]) =>
        Array.from({ length: count }, () => [option]),
      );
      expect(responses).toHaveLength(n);
      for (const { option, count, ofRespondents } of countChoices(responses, options(question))) {
        expect(count).toBe(question[option]?.[0]);
        within(100 * (ofRespondents ?? NaN), question[option]?.[1] ?? NaN, tolerance);
      }
    }
  });

  it('prints the shares of multiple choice over all ticks, which is not the share of respondents', () => {
    for (const question of Object.values(multi_choice)) {
      const responses = Array.from({ length: n }, (_, i) =>
        options(question).filter((option) => i < (question[option]?.[0] ?? 0)),
      );
      for (const { option, count, ofChoices, ofRespondents } of countChoices(responses, options(question))) {
        within(100 * (ofChoices ?? NaN), question[option]?.[1] ?? NaN, tolerance);
        expect(ofRespondents).toBe(count / n);
      }
    }
  });
});

it('net promoter score of the DELA report', () => {
  const { cases, tolerance } = published<{
    cases: { promoters: number; passives: number; detractors: number; nps: number }[];
    tolerance: number;
  }>('survey/nps.json');
  for (const { promoters, passives, detractors, nps } of cases) {
    const ratings = [
      ...Array.from({ length: promoters }, (_, i) => 9 + (i % 2)),
      ...Array.from({ length: passives }, (_, i) => 7 + (i % 2)),
      ...Array.from({ length: detractors }, (_, i) => i % 7),
    ];
    const result = netPromoterScore(ratings);
    within(result?.score, nps, tolerance);
    // 100·√((0.3 + 0.2 − 0.1²) ÷ 100) = 10·√0.49 = 7
    within(result?.standardError, 7, tolerance);
  }
});
