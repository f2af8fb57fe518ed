import { expect, it } from 'vitest';
import { filterQuery } from './filter-query.ts';
import { parseFilter } from './held-filter.ts';

it('has what the filter has and stays as long however often one comes back to it', () => {
  const first = filterQuery({ state: 'refused', sign: 'burst', channel: 'open' }, 3);
  expect(first).toBe('state=refused&sign=burst&channel=open&page=3');
  let address = `/count&${first}`;
  for (let times = 0; times < 5; times += 1) {
    const search = new URLSearchParams(address);
    address = `/count&${filterQuery(parseFilter(search), Number(search.get('page')))}`;
  }
  expect(address).toBe(`/count&${first}`);
  expect(filterQuery({ state: 'held' }, 1)).toBe('state=held');
});
