import { expect, it } from 'vitest';
import { checkQueryOf, readCheckView } from './view.ts';

const query = (address: string) => checkQueryOf(readCheckView(new URLSearchParams(address)));

it.each([
  ['', { state: 'open', limit: '10' }],
  ['show=severe&unit=C04', { state: 'open', severity: 'severe', unit: 'C04', limit: '10' }],
  ['show=accepted', { state: 'accepted', limit: '10' }],
  ['check=same-for-all&page=3', { state: 'open', check: 'same-for-all', offset: '200', limit: '100' }],
  ['show=all&check=none&page=-1&unit=%2F', { state: 'open', limit: '10' }],
])('%s asks for %j', (address, wanted) => {
  expect(query(address)).toEqual(wanted);
});
