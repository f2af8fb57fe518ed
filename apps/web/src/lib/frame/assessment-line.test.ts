import { expect, it } from 'vitest';
import { phaseLine } from './assessment-line.ts';

const phaseDates = { scoring: { start: '2021-01-01', end: '2021-01-10' } };
const now = new Date('2021-01-12T04:00:00Z');

it('a round whose results are out is being corrected, however long ago its phase was to end', () => {
  expect(phaseLine({ phase: 'scoring', phaseDates, published: false }, now)).toContain('2');
  expect(phaseLine({ phase: 'scoring', phaseDates, published: true }, now)).toContain('更正中');
  expect(phaseLine({ phase: 'published', phaseDates, published: true }, now)).not.toContain('更正中');
});
