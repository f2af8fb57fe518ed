import { expect, it } from 'vitest';
import { channelState } from './channel-state.ts';

const survey = { opensAt: new Date('2020-10-01T00:00:00Z'), closesAt: new Date('2020-10-31T00:00:00Z') };
const plain = { opensAt: null, closesAt: null, paused: false, quota: null };
const at = (moment: string, channel: Partial<Parameters<typeof channelState>[0]> = {}, taken = 0) =>
  channelState({ ...plain, ...channel }, { survey, taken, now: new Date(moment) });

it.each([
  ['2020-09-30T23:59:59.999Z', 'upcoming'],
  ['2020-10-01T00:00:00Z', 'open'],
  ['2020-10-31T00:00:00Z', 'open'],
  ['2020-10-31T00:00:00.001Z', 'closed'],
])('has the hours of the survey: at %s it is %s', (moment, state) => {
  expect(at(moment)).toBe(state);
});

it('has hours of its own only within those of the survey', () => {
  const own = { opensAt: new Date('2020-10-05T00:00:00Z'), closesAt: new Date('2020-10-10T00:00:00Z') };
  expect(at('2020-10-04T23:59:59Z', own)).toBe('upcoming');
  expect(at('2020-10-05T00:00:00Z', own)).toBe('open');
  expect(at('2020-10-10T00:00:01Z', own)).toBe('closed');
  const wider = { opensAt: new Date('2020-01-01T00:00:00Z'), closesAt: new Date('2021-01-01T00:00:00Z') };
  expect(at('2020-09-30T00:00:00Z', wider)).toBe('upcoming');
  expect(at('2020-11-01T00:00:00Z', wider)).toBe('closed');
});

it('is full at its quota, whether or not it is paused, and closed after its end whatever else', () => {
  const moment = '2020-10-12T00:00:00Z';
  expect(at(moment, { quota: 10 }, 9)).toBe('open');
  expect(at(moment, { quota: 10 }, 10)).toBe('full');
  expect(at(moment, { quota: 10, paused: true }, 10)).toBe('full');
  expect(at(moment, { paused: true })).toBe('paused');
  expect(at('2020-11-12T00:00:00Z', { quota: 10, paused: true }, 10)).toBe('closed');
});
