import { expect, it } from 'vitest';
import { matches, readFilter, tabHref } from './list-filter.ts';

it('reads the filter from the address', () => {
  expect(readFilter(new URLSearchParams('by=indicator&family=B&q=ratio'))).toEqual({
    by: 'indicator',
    query: 'ratio',
    kind: '',
    family: 'B',
  });
  expect(readFilter(new URLSearchParams('by=nonsense')).by).toBe('unit');
});

it('leads to the other direction without the filters of this one', () => {
  const url = new URL('http://localhost/work/assessments/2020/scoring?kind=county');
  expect(tabHref(url, 'indicator')).toBe('/work/assessments/2020/scoring?by=indicator');
  expect(tabHref(url, 'unit')).toBe('/work/assessments/2020/scoring');
});

it('wants every word, in any order and case', () => {
  expect(matches('c04 tian', 'Tianyuan C04')).toBe(true);
  expect(matches('c04 lusong', 'Tianyuan C04')).toBe(false);
  expect(matches('  ', 'Tianyuan C04')).toBe(true);
});
