import { openRobustnessPool, type RobustnessPool } from '@gongping/robustness';
import { robustness, ScoringInputError, type EngineInput } from '@gongping/scoring';
import { afterEach, describe, expect, it } from 'vitest';
import { shareRobustness, type SharedRobustness } from './shared-robustness.ts';

/** Thirty units on three leaves whose order depends on the weights. */
const input: EngineInput = {
  units: Array.from({ length: 30 }, (_, u) => ({ code: `U${u}`, name: '', kind: 'county' })),
  indicators: ['L1', 'L2', 'L3'].map((code) => ({ code, parent: null, name: code, normalisation: 'none' })),
  scores: Array.from({ length: 90 }, (_, i) => ({
    unit: `U${i % 30}`,
    indicator: `L${Math.floor(i / 30) + 1}`,
    value: (i * 37) % 101,
  })),
  components: [{ code: 'social', weight: 0.2, values: new Map([['U3', 80]]) }],
};
const options = { draws: 500, seed: 1, spread: 0.25 };
/** So many that it is still under way when the test has done what it is about. */
const long = { ...options, draws: 1_000_000 };
const stays = new AbortController().signal;

/** A pool that counts what it is given. */
function counted(): { pool: RobustnessPool; runs: AbortSignal[] } {
  const pool = openRobustnessPool(1);
  const runs: AbortSignal[] = [];
  return {
    runs,
    pool: {
      run(model, run) {
        runs.push(run?.signal ?? stays);
        return pool.run(model, run);
      },
      close: () => pool.close(),
    },
  };
}

let shared: SharedRobustness;
const open = () => {
  const { pool, runs } = counted();
  shared = shareRobustness(pool);
  return runs;
};
afterEach(() => shared.close());

describe('questions that are the same', () => {
  it('are computed once, also for those who come later', async () => {
    const runs = open();
    const copy = { ...input, units: [...input.units] };
    const both = await Promise.all([
      shared.compute(input, options, stays),
      shared.compute(copy, { ...options }, stays),
    ]);
    expect(both[0]).toEqual(robustness(input, options));
    expect(both[1]).toBe(both[0]);
    expect(await shared.compute(input, options, stays)).toBe(both[0]);
    expect(runs).toHaveLength(1);
  });

  it('are not those that differ in a draw, the spread, a score or the appraisal', async () => {
    const runs = open();
    const [score, ...scores] = input.scores;
    const questions = [
      { input, options },
      { input, options: { ...options, draws: 501 } },
      { input, options: { ...options, spread: 0.26 } },
      { input: { ...input, scores: [...scores, { ...score, value: 50 }] as typeof scores }, options },
      {
        input: {
          ...input,
          components: [{ code: 'social', weight: 0.2, values: new Map([['U3', 81]]) }],
        },
        options,
      },
    ];
    for (const question of questions) {
      const results = await shared.compute(question.input, question.options, stays);
      expect(results).toEqual(robustness(question.input, question.options));
    }
    expect(runs).toHaveLength(questions.length);
  });
});

describe('somebody who goes away', () => {
  it('takes the computation along where nobody else waits', async () => {
    const runs = open();
    const going = new AbortController();
    const waiting = shared.compute(input, long, going.signal);
    going.abort(new Error('gone'));
    await expect(waiting).rejects.toThrow('gone');
    expect(runs[0]?.aborted).toBe(true);
    expect(await shared.compute(input, options, stays)).toEqual(robustness(input, options));
  });

  it('leaves it to the others', async () => {
    const runs = open();
    const going = new AbortController();
    const left = shared.compute(input, options, going.signal);
    const waiting = shared.compute(input, options, stays);
    going.abort(new Error('gone'));
    await expect(left).rejects.toThrow('gone');
    expect(await waiting).toEqual(robustness(input, options));
    expect(runs).toHaveLength(1);
  });

  it('who was gone before begins nothing', async () => {
    const runs = open();
    await expect(shared.compute(input, options, AbortSignal.abort(new Error('gone')))).rejects.toThrow(
      'gone',
    );
    expect(runs).toEqual([]);
  });
});

it('refuses what cannot be computed with the engine’s problems, and goes on', async () => {
  const runs = open();
  const twice = { ...input, units: [...input.units, ...input.units] };
  await expect(shared.compute(twice, options, stays)).rejects.toThrow(ScoringInputError);
  expect(await shared.compute(input, options, stays)).toEqual(robustness(input, options));
  expect(runs).toHaveLength(1);
});

it('lets sixteen different questions wait, and asks the next to come again', async () => {
  open();
  const going = new AbortController();
  const waiting = Array.from({ length: 16 }, (_, seed) =>
    shared.compute(input, { ...long, seed }, going.signal),
  );
  await expect(shared.compute(input, { ...long, seed: 16 }, stays)).rejects.toThrow('too-many-attempts');
  const ended = Promise.allSettled(waiting);
  going.abort(new Error('gone'));
  expect((await ended).map(({ status }) => status)).toEqual(waiting.map(() => 'rejected'));
  expect(await shared.compute(input, options, stays)).toEqual(robustness(input, options));
});
