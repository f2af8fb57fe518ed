import { expect, it } from 'vitest';
import { createProgress } from './progress.ts';

function terminal(isTTY?: boolean) {
  const written: string[] = [];
  const clock = { now: 0 };
  const stream = { ...(isTTY === undefined ? {} : { isTTY }), write: (text: string) => written.push(text) };
  return { written, clock, progress: createProgress(stream, () => clock.now) };
}

it('writes nothing into a pipe', () => {
  for (const isTTY of [undefined, false]) {
    const { written, progress } = terminal(isTTY);
    progress.update('1 %');
    progress.done();
    expect(written).toEqual([]);
  }
});

it('writes over one line, no more than twenty times a second, and leaves it empty', () => {
  const { written, clock, progress } = terminal(true);
  for (const [now, text] of [
    [0, '1 %'],
    [49, '2 %'],
    [50, '3 %'],
    [200, '3 %'],
  ] as const) {
    clock.now = now;
    progress.update(text);
  }
  progress.done();
  progress.done();
  expect(written).toEqual(['\r\u001b[K1 %', '\r\u001b[K3 %', '\r\u001b[K']);
});
