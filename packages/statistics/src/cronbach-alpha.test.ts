import { describe, expect, test } from 'vitest';
import { cronbachAlpha } from './cronbach-alpha.ts';

describe('cronbachAlpha', () => {
  // Source: example data of pingouin's cronbach_alpha (after real-statistics.com), 15 respondents × 10 items.
  const published = [
    [3, 2, 4, 1, 4, 5, 1, 4, 3, 2],
    [5, 4, 6, 3, 5, 1, 2, 5, 5, 5],
    [7, 3, 5, 5, 6, 4, 3, 3, 6, 5],
    [2, 4, 3, 3, 2, 2, 2, 6, 6, 3],
    [6, 5, 6, 5, 4, 4, 4, 6, 7, 5],
    [1, 2, 3, 4, 2, 5, 2, 3, 5, 2],
    [4, 3, 5, 3, 5, 2, 1, 2, 4, 3],
    [2, 4, 4, 3, 7, 2, 2, 4, 6, 5],
    [6, 5, 5, 5, 1, 6, 5, 2, 3, 2],
    [5, 4, 6, 4, 3, 5, 3, 1, 7, 2],
    [4, 3, 5, 2, 5, 3, 2, 3, 4, 1],
    [4, 2, 3, 2, 5, 3, 4, 2, 3, 4],
    [5, 5, 6, 2, 3, 3, 2, 4, 4, 5],
    [6, 5, 5, 4, 2, 2, 1, 4, 6, 5],
    [4, 3, 5, 5, 3, 1, 3, 2, 3, 4],
  ];

  test('agrees with the published example', () => {
    expect(cronbachAlpha(published, { missing: 'listwise' })).toBeCloseTo(0.5917188485995826, 12);
    expect(cronbachAlpha(published, { missing: 'pairwise' })).toBeCloseTo(0.5917188485995826, 12);
  });

  test('uses whoever answered both items, or drops whoever left a gap', () => {
    // By hand, listwise on the first three: both variances 1, covariance 0.5, α = 2·(1 − 2/3).
    // Pairwise: the first item's variance over 1, 2, 3, 6 is 14/3, so α = 2·(1 − (17/3)/(20/3)).
    const answers = [
      [1, 1],
      [2, 3],
      [3, 2],
      [6, null],
    ];
    expect(cronbachAlpha(answers, { missing: 'listwise' })).toBeCloseTo(2 / 3, 12);
    expect(cronbachAlpha(answers, { missing: 'pairwise' })).toBeCloseTo(0.3, 12);
  });

  test('is null where undefined', () => {
    expect(cronbachAlpha([], { missing: 'pairwise' })).toBeNull();
    expect(cronbachAlpha([[1], [2]], { missing: 'pairwise' })).toBeNull();
    expect(cronbachAlpha([[1, 2]], { missing: 'pairwise' })).toBeNull();
    const constant = [
      [3, 3],
      [3, 3],
    ];
    expect(cronbachAlpha(constant, { missing: 'pairwise' })).toBeNull();
  });

  test('refuses ragged rows', () => {
    expect(() => cronbachAlpha([[1, 2], [1]], { missing: 'pairwise' })).toThrow(RangeError);
  });
});
