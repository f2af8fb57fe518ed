import { readBundleFiles, withSource } from '@gongping/bundle';
import { computeResults } from '@gongping/scoring';
import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Row = Record<string, string>;

/** Rows of a published table; where it came from is in `fixtures/README.md`. */
function fixture(name: string): Row[] {
  const text = readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');
  return parse(text, { columns: true, bom: true });
}

/** Computes a bundle given as file contents, the way anybody would who has only the files. */
function compute(files: Record<string, string>) {
  const encoder = new TextEncoder();
  const bytes = new Map(Object.entries(files).map(([name, text]) => [name, encoder.encode(text)]));
  const { input, source } = readBundleFiles(bytes);
  return withSource(source, () => computeResults(input));
}

const lines = (rows: readonly (readonly (string | number)[])[]) =>
  rows.map((row) => row.join(',')).join('\n') + '\n';

describe('UN E-Government Development Index 2016', () => {
  const published = fixture('egdi2016.csv');
  const results = compute({
    'units.csv': lines([
      ['code', 'name', 'kind'],
      ...published.map((row) => [code(row), code(row), 'country']),
    ]),
    'indicators.csv': lines([
      ['code', 'parent', 'name', 'weight', 'normalisation'],
      ...['osi', 'hci', 'tii'].map((each) => [each, '', each, 1, 'none']),
    ]),
    'scores.csv': lines([
      ['unit', 'indicator', 'value'],
      ...published.flatMap((row) => ['osi', 'hci', 'tii'].map((each) => [code(row), each, row[each] ?? ''])),
    ]),
    'method.json': '{ "version": 1, "bonusCap": null, "totalCap": null }',
  });

  it('gives every index to the published fifth decimal', () => {
    for (const row of published) {
      const score = results.row(code(row), 'total')?.score ?? Number.NaN;
      expect(Math.abs(score - Number(row['e-gov-index'])), code(row)).toBeLessThanOrEqual(6e-5);
    }
  });

  it('gives every rank, ties included', () => {
    const ranks = published.map((row) => results.row(code(row), 'total')?.rank);
    expect(ranks).toEqual(published.map((row) => Number(row['e-gov-rank'])));
  });

  function code(row: Row): string {
    return row['country-code'] ?? '';
  }
});

describe('UNDP Human Development Index 2021', () => {
  const published = fixture('hdi2021.csv');
  const leaves = ['life_exp', 'eys', 'mys', 'income'];
  const results = compute({
    'units.csv': lines([
      ['code', 'name', 'kind'],
      ...published.map(({ iso3 = '' }) => [iso3, iso3, 'country']),
    ]),
    'indicators.csv': lines([
      ['code', 'parent', 'name', 'weight', 'aggregation', 'normalisation'],
      ['life_exp', '', 'Life expectancy', 1, '', 'goalposts:20:85:0:1'],
      ['education', '', 'Education', 1, 'arithmetic', ''],
      ['eys', 'education', 'Expected years of schooling', 1, '', 'goalposts:0:18:0:1'],
      ['mys', 'education', 'Mean years of schooling', 1, '', 'goalposts:0:15:0:1'],
      // The goalposts of income are set on its logarithm: ln 100 and ln 75,000.
      ['income', '', 'Income', 1, '', `goalposts:${Math.log(100)}:${Math.log(75_000)}:0:1`],
    ]),
    'scores.csv': lines([
      ['unit', 'indicator', 'value'],
      ...published.flatMap((row) => leaves.map((leaf) => [row['iso3'] ?? '', leaf, valueOf(row, leaf)])),
    ]),
    'method.json': '{ "version": 1, "aggregation": "geometric", "bonusCap": null, "totalCap": null }',
  });

  it('gives every index to the published third decimal', () => {
    for (const { iso3 = '', hdi } of published) {
      const score = results.row(iso3, 'total')?.score ?? Number.NaN;
      expect(Math.abs(score - Number(hdi)), iso3).toBeLessThanOrEqual(5e-4);
    }
  });

  function valueOf(row: Row, leaf: string): number {
    return leaf === 'income' ? Math.log(Number(row['gnipc'])) : Number(row[leaf]);
  }
});

describe('Chinese prefecture websites 2014', () => {
  const published = fixture('cn_prefecture_sites_2014.csv');
  const columns = Object.keys(published[0] ?? {}).filter((name) => name.includes('('));
  const results = compute({
    'units.csv': lines([
      ['code', 'name', 'kind'],
      ...published.map((_row, at) => [`U${at}`, `U${at}`, 'city']),
    ]),
    'indicators.csv': lines([
      ['code', 'parent', 'name', 'marks'],
      ...columns.map((name, at) => [`I${at}`, '', name, /\((\d+)\)/.exec(name)?.[1] ?? '']),
    ]),
    'scores.csv': lines([
      ['unit', 'indicator', 'value'],
      ...published.flatMap((row, unit) => columns.map((name, at) => [`U${unit}`, `I${at}`, row[name] ?? ''])),
    ]),
  });

  it('adds five sub-scores with their full marks to the published totals and ranks', () => {
    published.forEach((row, at) => {
      const total = results.row(`U${at}`, 'total');
      expect(Math.abs((total?.score ?? Number.NaN) - Number(row['total'])), row['unit']).toBeLessThanOrEqual(
        0.05,
      );
      expect(total?.rank).toBe(Number(row['rank']));
    });
  });
});
