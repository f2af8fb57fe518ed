import { describe, expect, it } from 'vitest';
import { aScore } from './fixtures.ts';
import type { Write } from './judge.ts';
import {
  acknowledge,
  fail,
  isUnsaved,
  keepMine,
  loseSession,
  meetStale,
  refuse,
  retryDelay,
  send,
  startSync,
  takeTheirs,
  want,
} from './sync.ts';

const bonus = (marks: number): Write => ({ state: 'scored', input: { method: 'bonus', marks }, reason: '' });
const saved = (marks: number, revision: number) =>
  aScore({ ...bonus(marks), input: { method: 'bonus', marks }, revision, updatedAt: '2020-04-29T06:03:00Z' });
const untouched = startSync(aScore());

it('sends one write at a time and then only the newest', () => {
  const first = send(want(untouched, bonus(1)));
  expect(first).toMatchObject({ phase: 'sending', inFlight: bonus(1), wanted: null, revision: 0 });
  const typedOn = want(want(first, bonus(2)), bonus(3));
  expect(send(typedOn)).toBe(typedOn);
  const next = send(acknowledge(typedOn, saved(1, 1)));
  expect(next).toMatchObject({ phase: 'sending', inFlight: bonus(3), revision: 1 });
  expect(acknowledge(next, saved(3, 2))).toMatchObject({ phase: 'idle', wanted: null, revision: 2 });
});

it('sends nothing when the value is back where it was', () => {
  const back = want(want(untouched, bonus(1)), { state: 'unscored', input: null, reason: '' });
  expect(back).toMatchObject({ phase: 'idle', wanted: null });
  expect(send(back)).toBe(back);
});

it('does not send again what the server has trimmed', () => {
  const padded: Write = { ...bonus(1), reason: 'said ' };
  const done = acknowledge(send(want(untouched, padded)), saved(1, 1));
  expect(want(done, padded)).toMatchObject({ phase: 'idle', wanted: null });
});

it('withdraws what waits while the fields are half filled in', () => {
  expect(want(want(untouched, bonus(1)), null)).toMatchObject({ phase: 'idle', wanted: null });
});

describe('without a connection', () => {
  it('keeps the newest and tries again, ever more slowly up to half a minute', () => {
    const once = fail(send(want(untouched, bonus(1))));
    expect(once).toMatchObject({ phase: 'failed', wanted: bonus(1), attempt: 1 });
    expect(isUnsaved(once)).toBe(true);
    const twice = fail(send(want(once, bonus(2))));
    expect(twice).toMatchObject({ phase: 'failed', wanted: bonus(2), attempt: 2 });
    expect(acknowledge(send(twice), saved(2, 1))).toMatchObject({ phase: 'idle', attempt: 0 });
    expect([1, 2, 3, 5, 6, 20].map(retryDelay)).toEqual([1000, 2000, 4000, 16_000, 30_000, 30_000]);
  });

  it('sees no conflict in its own write whose answer got lost', () => {
    const again = send(fail(send(want(untouched, bonus(1)))));
    expect(meetStale(again, saved(1, 1))).toMatchObject({ phase: 'idle', revision: 1, conflict: null });
  });
});

describe('a stale write', () => {
  const conflict = meetStale(send(want(untouched, bonus(1))), saved(4, 7));
  it('keeps both values and sends nothing by itself', () => {
    expect(conflict).toMatchObject({ phase: 'conflict', wanted: bonus(1), conflict: { revision: 7 } });
    expect(send(conflict)).toBe(conflict);
    expect(want(conflict, bonus(2))).toMatchObject({ phase: 'conflict', wanted: bonus(2) });
  });

  it('saves mine over the newer revision', () => {
    expect(send(keepMine(conflict))).toMatchObject({ inFlight: bonus(1), revision: 7 });
    expect(keepMine(want(conflict, bonus(4)))).toMatchObject({ phase: 'idle', revision: 7 });
  });

  it('takes theirs', () => {
    expect(takeTheirs(conflict)).toMatchObject({ phase: 'idle', revision: 7, acknowledged: bonus(4) });
  });
});

it('does not repeat what was refused until it changes', () => {
  const refused = refuse(send(want(untouched, bonus(9))), { detail: 'no', errors: {} });
  expect(send(refused)).toBe(refused);
  expect(want(refused, bonus(5))).toMatchObject({ phase: 'waiting', refusal: null });
});

it('stops when the session has ended, and loses nothing', () => {
  const out = loseSession(send(want(untouched, bonus(1))));
  expect(want(out, bonus(2))).toMatchObject({ phase: 'signed-out', wanted: bonus(2) });
  expect(isUnsaved(out)).toBe(true);
});
