import { expect, it } from 'vitest';
import { unitPath } from './unit-address.ts';

it('puts the unit before what the address says of the channel', () => {
  expect(unitPath('/s/2020', 'C01')).toBe('/s/2020/C01');
  expect(unitPath('/s/2020?c=square', 'C 1')).toBe('/s/2020/C%201?c=square');
});
