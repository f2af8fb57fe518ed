import { expect, it } from 'vitest';
import { outcomeOf, retryDelay } from './send.ts';

const problem = (code: string) => JSON.stringify({ code, detail: '请稍候。', errors: {} });

it('is stored with a receipt, whether now or before', () => {
  const receipt = JSON.stringify({ receipt: '7KMP-3XQA-H9DT' });
  expect(outcomeOf(201, receipt)).toEqual({ kind: 'stored', receipt: '7KMP-3XQA-H9DT' });
  expect(outcomeOf(200, receipt)).toEqual({ kind: 'stored', receipt: '7KMP-3XQA-H9DT' });
});

it('is refused where the intake says why', () => {
  expect(outcomeOf(403, problem('token-not-valid'))).toMatchObject({
    kind: 'refused',
    problem: { code: 'token-not-valid', detail: '请稍候。' },
  });
});

it('is lost where anything else answers, where the server fails, and where there were too many', () => {
  expect(outcomeOf(200, '<html>Wi-Fi</html>')).toEqual({ kind: 'lost' });
  expect(outcomeOf(200, '{}')).toEqual({ kind: 'lost' });
  expect(outcomeOf(403, '<html>proxy</html>')).toEqual({ kind: 'lost' });
  expect(outcomeOf(503, problem('unavailable'))).toEqual({ kind: 'lost' });
  expect(outcomeOf(429, problem('too-many-attempts'))).toEqual({ kind: 'lost' });
});

it('waits longer after each attempt, never much more than a minute, and not all at the same moment', () => {
  expect([1, 2, 3, 4, 50].map((attempts) => retryDelay(attempts, 0.5))).toEqual([
    3000, 8000, 20_000, 60_000, 60_000,
  ]);
  expect(retryDelay(1, 0)).toBeCloseTo(2400, 6);
  expect(retryDelay(1, 1)).toBeCloseTo(3600, 6);
});
