import { expect, it } from 'vitest';
import type { Deed } from './apart.fixture.ts';
import { runApart, TooMuchError } from './run-apart.ts';

const bounds = { milliseconds: 20_000, megabytes: 64 };
const apart = (deed: Deed, more = {}) =>
  runApart<{ deed: Deed; numbers: Uint8Array }, number>(
    new URL('./apart.fixture.ts', import.meta.url),
    { deed, numbers: Uint8Array.of(1, 2, 3) },
    { ...bounds, ...more },
  );

it('answers, and says what was thrown', async () => {
  expect(await apart('add')).toBe(6);
  await expect(apart('fail')).rejects.toThrow(new RangeError('as asked'));
});

it('knows nothing of the settings of this process', async () => {
  expect(await apart('environment')).toBe(0);
});

it('ends what takes too long or too much, and outlives what breaks', async () => {
  await expect(apart('loop', { milliseconds: 500 })).rejects.toBeInstanceOf(TooMuchError);
  await expect(apart('fill')).rejects.toBeInstanceOf(TooMuchError);
  await expect(apart('end')).rejects.toThrow('ended without an answer');
});
