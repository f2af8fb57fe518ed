import { describe, expect, it } from 'vitest';
import { dumbbell } from './dumbbell.ts';
import { heatColour, heatmap } from './heatmap.ts';
import { levelDistribution } from './level-distribution.ts';
import { radar } from './radar.ts';
import { rankIntervals } from './rank-intervals.ts';
import { scoreIntervals } from './score-intervals.ts';
import { stackedBars } from './stacked-bars.ts';

describe('stackedBars', () => {
  const option = stackedBars({
    categories: ['C01', 'C02'],
    series: [
      { key: 'A', name: 'A', values: [40, 38] },
      { key: 'social', name: 'S', values: [16, 15] },
    ],
    maximum: 100,
  });

  it('starts at zero and lists from the top', () => {
    expect(option.xAxis).toMatchObject({ min: 0, max: 100 });
    expect(option.yAxis).toMatchObject({ inverse: true, data: ['C01', 'C02'] });
  });

  it('gives families their colour and the rest grey', () => {
    expect(option.series).toMatchObject([
      { stack: 'total', itemStyle: { color: 'var(--family-a)' } },
      { stack: 'total', itemStyle: { color: 'var(--edge)' } },
    ]);
  });
});

it('draws each compared unit with a colour and a shape of its own', () => {
  const option = radar({
    axes: ['A', 'B', 'C'].map((name) => ({ name, maximum: 100 })),
    series: [
      { name: 'C01', values: [90, 80, 70] },
      { name: 'C02', values: [80, 90, 60] },
    ],
  });
  expect(option.series).toMatchObject([{ data: [{ symbol: 'circle' }, { symbol: 'rect' }] }]);
});

describe('heatmap', () => {
  it('leaves out what has no share', () => {
    const option = heatmap({
      columns: [
        { code: 'A1', name: '' },
        { code: 'A2', name: '' },
      ],
      rows: [{ name: 'C01' }],
      values: [[0.5, null]],
    });
    expect(option.series).toMatchObject([{ data: [{ value: [0, 0, 0.5] }] }]);
  });

  it('is darkest where all is lost', () => {
    expect(heatColour(0)).toContain('var(--ink) 100%');
    expect(heatColour(1)).toContain('var(--ink) 0%');
    expect(heatColour(1.2)).toBe(heatColour(1));
  });
});

it('joins the two values of a row', () => {
  const option = dumbbell({ names: ['C01', 'C02'], rows: [{ name: 'A1-2', values: [3.44, 4] }] });
  expect(option.series).toMatchObject([
    { type: 'custom', data: [[3.44, 4, 0]] },
    { type: 'scatter', name: 'C01', data: [[3.44, 0]] },
    { type: 'scatter', name: 'C02', data: [[4, 0]] },
  ]);
});

it('cuts bars of one length by levels, and draws none that nobody chose', () => {
  const option = levelDistribution({
    levels: ['满意', '一般', '不满意'],
    rows: [
      { name: 'C01', shares: [0.5, 0, 0.5] },
      { name: 'C02', shares: [0.2, 0.3, null] },
    ],
  });
  expect(option.xAxis).toMatchObject({ min: 0, max: 1 });
  expect(option.yAxis).toMatchObject({ inverse: true, data: ['C01', 'C02'] });
  expect(option.series).toMatchObject([
    { name: '满意', data: [0.5, 0.2] },
    { name: '一般', data: [null, 0.3] },
    { name: '不满意', data: [0.5, null] },
  ]);
});

it('draws a score on its interval, and the year before where there was one', () => {
  const option = scoreIntervals({
    rows: [
      { name: 'C01', score: 82, low: 80, high: 84, before: 81 },
      { name: 'C02', score: 75, low: 65, high: 85, before: null },
    ],
    from: 70,
    to: 90,
    names: { score: '得分', before: '2019' },
  });
  expect(option.xAxis).toMatchObject({ min: 70, max: 90 });
  expect(option.series).toMatchObject([
    {
      type: 'custom',
      data: [
        [80, 84, 0],
        [70, 85, 1],
      ],
    },
    { type: 'scatter', data: [[81, 0]] },
    {
      type: 'scatter',
      data: [
        [82, 0],
        [75, 1],
      ],
    },
  ]);
});

it('draws rank intervals from the first rank to the last that is reached, each with its words at the end', () => {
  const option = rankIntervals({
    rows: [
      { name: 'C01', rank: 1, low: 1, high: 3, text: '1–3' },
      { name: 'C02', rank: 5, low: 2, high: 4, text: '2–4' },
    ],
  });
  expect(option.xAxis).toMatchObject({ min: 1, max: 5 });
  expect(option.series).toMatchObject([
    {
      data: [
        [1, 3, 0],
        [2, 4, 1],
      ],
    },
    {
      data: [
        [1, 0],
        [5, 1],
      ],
    },
    // The words stand behind whatever reaches further, the line or the official rank.
    {
      data: [
        [3, 0],
        [5, 1],
      ],
    },
  ]);
});
