import { expect, it } from 'vitest';
import { findEntries } from './search.ts';

const entries = [
  { label: 'Information column', detail: 'A1-2', href: '/a' },
  { label: 'Tianyuan', detail: 'C01', href: '/b' },
  { label: 'Catalogue column', detail: 'A1-1', href: '/c' },
];

it('finds by label or code, whatever the case, every word being needed', () => {
  expect(findEntries(entries, 'a1-').map(({ href }) => href)).toEqual(['/a', '/c']);
  expect(findEntries(entries, 'COLUMN a1-1').map(({ href }) => href)).toEqual(['/c']);
  expect(findEntries(entries, '   ')).toEqual([]);
});

it('puts first what begins with the query', () => {
  expect(findEntries(entries, 'c').map(({ href }) => href)).toEqual(['/c', '/a', '/b']);
});
