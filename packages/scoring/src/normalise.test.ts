import { describe, expect, it } from 'vitest';
import { isAbsolute, parseNormalisation } from './normalisation.ts';
import { normaliseGroup, normaliseValue } from './normalise.ts';

const run = (notation: string, values: number[], direction: 1 | -1 = 1): number[] | null => {
  const normalisation = parseNormalisation(notation, 100);
  if (normalisation === null) throw new Error(`bad notation ${notation}`);
  const how = { direction, scale: 100, marks: 5 };
  if (isAbsolute(normalisation)) return values.map((x) => normaliseValue(normalisation, x, how));
  const scores = normaliseGroup(normalisation, Float64Array.from(values), how);
  return scores === null ? null : [...scores];
};

describe('normalise, values 1, 3, 3, 5 worked by hand', () => {
  const values = [1, 3, 3, 5];
  it.each<[string, 1 | -1, number[]]>([
    ['none', 1, [1, 3, 3, 5]],
    ['none', -1, [-1, -3, -3, -5]],
    // marks 5: x ÷ 5 × 100, and (5 − x) ÷ 5 × 100
    ['share', 1, [20, 60, 60, 100]],
    ['share', -1, [80, 40, 40, 0]],
    ['minmax:0:100', 1, [0, 50, 50, 100]],
    ['minmax', 1, [0, 50, 50, 100]],
    ['minmax:1:100', -1, [100, 50.5, 50.5, 1]],
    ['rank', 1, [1, 2, 2, 4]],
    ['rank', -1, [4, 2, 2, 1]],
    ['borda', 1, [0, 1, 1, 3]],
    // 100 × (rank − 1) ÷ 3
    ['percentile', 1, [0, 100 / 3, 100 / 3, 100]],
    // 1 and 5 are held at the goalposts 2 and 4
    ['goalposts:2:4', 1, [0, 50, 50, 100]],
    ['goalposts:2:4:0:1', -1, [1, 0.5, 0.5, 0]],
  ])('%s, direction %i', (notation, direction, expected) => {
    expect(run(notation, values, direction)).toEqual(expected);
  });

  it('zscore uses the sample deviation', () => {
    // mean 3, squares 4 + 0 + 0 + 4 = 8, s = √(8 ÷ 3)
    const s = Math.sqrt(8 / 3);
    expect(run('zscore:10:2', values)).toEqual([10 - 4 / s, 10, 10, 10 + 4 / s]);
  });

  it('is undefined without a range', () => {
    for (const notation of ['minmax', 'zscore']) {
      expect(run(notation, [2, 2, 2])).toBeNull();
      expect(run(notation, [2])).toBeNull();
    }
    expect(run('percentile', [2])).toBeNull();
  });
});

it('refuses notations that say nothing', () => {
  for (const bad of [
    '',
    'max',
    'minmax:1',
    'minmax:a:b',
    'goalposts',
    'goalposts:5:5',
    'goalposts:9:1:0:100',
  ]) {
    expect(parseNormalisation(bad, 100)).toBeNull();
  }
  for (const bad of ['zscore:0:0', 'share:1', 'minmax:0:1e999', 'minmax:0x1:2', 'minmax::']) {
    expect(parseNormalisation(bad, 100)).toBeNull();
  }
});
