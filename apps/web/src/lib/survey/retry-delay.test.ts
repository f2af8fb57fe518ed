import { expect, it } from 'vitest';
import { retryDelay } from './retry-delay.ts';

it('waits longer after each attempt, and never more than a minute', () => {
  expect([1, 2, 3, 4, 5, 50].map(retryDelay)).toEqual([3000, 8000, 20_000, 60_000, 60_000, 60_000]);
});
