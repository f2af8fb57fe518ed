import { describe, expect, it } from 'vitest';
import { scoresOf } from '../support/bundle.ts';
import { figuresOf, unitIn, unmet } from '../support/figures.ts';
import { fixture } from '../support/fixture.ts';
import { scoreBundle } from '../support/score-bundle.ts';

const table = fixture('composite/cn_ministry_sites_2014.csv');
const unit = unitIn('unit');
const units = table.map((row) => ({ code: unit(row), kind: 'department' }));

/** Not published. The collector of the table inferred them as the best round set; other sets fit too. */
const inferredWeights = { 信息公开: 30, 办事服务: 20, 互动交流: 20, 舆论引导: 15, 功能与管理: 15 };

describe('2014年中国政府网站绩效评估, 21 ministries', () => {
  it('gives every rank from the published totals, ties as 9, 9, 11', async () => {
    const scored = await scoreBundle({
      units,
      indicators: [{ code: 'T', parent: '', name: '总分' }],
      scores: table.map((row) => ({ unit: unit(row), indicator: 'T', value: row['total'] ?? '' })),
      method: {},
    });
    expect(unmet(scored, figuresOf(table, { total: 'rank' }, unit), { field: 'rank' })).toEqual([]);
  });

  it('gives every total within what sub-indices of two decimals allow, by weights that were inferred', async () => {
    const scored = await scoreBundle({
      units,
      indicators: Object.entries(inferredWeights).map(([code, weight]) => ({
        code,
        parent: '',
        weight,
        normalisation: 'goalposts:0:1:0:100',
      })),
      scores: scoresOf(table, Object.keys(inferredWeights), unit),
      method: {},
    });
    // A sub-index is off by 0.005 at most, which is 0.5 on the scale of 100; the total is printed to 0.1.
    expect(unmet(scored, figuresOf(table, { total: 'total' }, unit), { tolerance: 0.55 })).toEqual([]);
  });
});
