import { describe, expect, it } from 'vitest';
import { scoresOf } from '../support/bundle.ts';
import { figuresOf, unitIn, unmet } from '../support/figures.ts';
import { fixture } from '../support/fixture.ts';
import { scoreBundle } from '../support/score-bundle.ts';

const table = fixture('composite/cn_prefecture_sites_2014.csv');
const unit = unitIn('unit');
// The headings name the full marks: 信息公开(30), …
const leaves = Object.keys(table[0] ?? {}).filter((heading) => heading.includes('('));

const scored = await scoreBundle({
  units: table.map((row) => ({ code: unit(row), kind: 'city' })),
  indicators: leaves.map((code) => ({ code, parent: '', marks: /\((\d+)\)/.exec(code)?.[1] ?? '' })),
  scores: scoresOf(table, leaves, unit),
  method: {},
});

describe('2014年中国政府网站绩效评估, ten best prefecture-level cities', () => {
  it('adds five sub-scores with their full marks to the published totals', () => {
    expect(leaves).toHaveLength(5);
    expect(unmet(scored, figuresOf(table, { total: 'total' }, unit), { tolerance: 1e-9 })).toEqual([]);
  });

  it('gives every rank', () => {
    expect(unmet(scored, figuresOf(table, { total: 'rank' }, unit), { field: 'rank' })).toEqual([]);
  });
});
