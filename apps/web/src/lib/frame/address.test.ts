import { expect, it } from 'vitest';
import { withParameters } from './address.ts';

it('changes parameters and keeps the others', () => {
  const search = new URLSearchParams('kind=county&q=x');
  expect(withParameters(search, { compare: 'C01,C02', q: '' })).toBe('?kind=county&compare=C01,C02');
  expect(withParameters(new URLSearchParams('q=x'), { q: '' })).toBe('?');
  // A form that was sent without scripts has put its action there.
  expect(withParameters(new URLSearchParams('/save&q=x&/save='), { page: '2' })).toBe('?q=x&page=2');
});
