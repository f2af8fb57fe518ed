import { expect, it } from 'vitest';
import { parseFilter } from './held-filter.ts';

it('reads the filter of an address and leaves out what is none', () => {
  const of = (text: string) => parseFilter(new URLSearchParams(text));
  expect(of('')).toEqual({ state: 'held' });
  expect(of('state=refused&sign=burst&unit=C01&channel=open')).toEqual({
    state: 'refused',
    sign: 'burst',
    unit: 'C01',
    channel: 'open',
  });
  expect(of('state=gone&sign=nose&unit=')).toEqual({ state: 'held' });
});
