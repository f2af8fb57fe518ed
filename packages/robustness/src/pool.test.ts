import { buildModel, modelRobustness } from '@gongping/scoring';
import type { EngineInput } from '@gongping/scoring';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRobustnessPool, runRobustness } from './node.ts';
import type { RobustnessPool } from './node.ts';
import { openPort } from './node-port.ts';
import type { Port } from './messages.ts';
import { poolOf } from './pool.ts';

/** Forty units on three leaves whose order depends on the weights. */
const input: EngineInput = {
  units: Array.from({ length: 40 }, (_, u) => ({ code: `U${u}`, name: '', kind: 'county' })),
  indicators: ['L1', 'L2', 'L3'].map((code) => ({ code, parent: null, name: code, normalisation: 'none' })),
  scores: Array.from({ length: 120 }, (_, i) => ({
    unit: `U${i % 40}`,
    indicator: `L${(i % 3) + 1}`,
    value: i % 7 === 0 ? ('NA' as const) : (i * 37) % 101,
  })),
};
const model = buildModel(input);
const options = { draws: 1000, seed: 9, spread: 0.25 };

describe('a pool of workers', () => {
  let pool: RobustnessPool;
  beforeAll(() => {
    pool = openRobustnessPool(3);
  });
  afterAll(() => pool.close());

  it('gives what one thread gives, with any number of workers', async () => {
    const alone = modelRobustness(model, options);
    expect(await pool.run(model, options)).toEqual(alone);
    expect(await runRobustness(model, { ...options, workers: 1 })).toEqual(alone);
  });

  it('tells how far it is, up to the last draw', async () => {
    const told: number[] = [];
    await pool.run(model, { ...options, onProgress: (done, draws) => told.push(done / draws) });
    expect(told.length).toBeGreaterThan(1);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.at(-1)).toBe(1);
  });

  it('is cancelled with the reason, and is good for the next run', async () => {
    const stop = new AbortController();
    const run = pool.run(model, {
      ...options,
      draws: 1_000_000,
      signal: stop.signal,
      onProgress: () => stop.abort(new Error('no longer wanted')),
    });
    await expect(run).rejects.toThrow('no longer wanted');
    const late = pool.run(model, { ...options, signal: AbortSignal.abort(new Error('too late')) });
    await expect(late).rejects.toThrow('too late');
    expect((await pool.run(model, options)).options).toEqual(options);
  });

  it('gives each of two models that are asked at once its own results', async () => {
    const other = buildModel({ ...input, units: input.units.slice(0, 20), scores: firstHalf(input) });
    const stop = new AbortController();
    const stopped = pool.run(model, { ...options, draws: 1_000_000, signal: stop.signal });
    const runs = [pool.run(model, options), pool.run(other, options)];
    stop.abort(new Error('no longer wanted'));
    await expect(stopped).rejects.toThrow('no longer wanted');
    expect(await Promise.all(runs)).toEqual([
      modelRobustness(model, options),
      modelRobustness(other, options),
    ]);
  });

  it('leaves the event loop free', async () => {
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    await pool.run(model, { ...options, draws: 20_000 });
    clearInterval(timer);
    expect(turns).toBeGreaterThan(3);
  });

  it('refuses options out of range, and models that cannot be scored', async () => {
    await expect(pool.run(model, { draws: 0 })).rejects.toThrow(/draws must be/);
    const unscored = buildModel({ ...input, scores: [] });
    await expect(pool.run(unscored, options)).rejects.toThrow(/unscored/);
  });
});

const firstHalf = ({ scores, units }: EngineInput): EngineInput['scores'] => {
  const kept = new Set(units.slice(0, 20).map(({ code }) => code));
  return [...scores].filter(({ unit }) => kept.has(unit));
};

it('a closed pool rejects what is under way and what comes later', async () => {
  const pool = openRobustnessPool(1);
  const run = pool.run(model, { ...options, draws: 1_000_000, onProgress: () => pool.close() });
  await expect(run).rejects.toThrow('the worker ended');
  await expect(pool.run(model, options)).rejects.toThrow('the pool has ended');
});

it('a worker that is lost fails its run, and another takes its place', async () => {
  const ports: Port[] = [];
  const pool = poolOf(() => {
    const port = openPort();
    ports.push(port);
    return port;
  }, 2);
  const run = pool.run(model, { ...options, draws: 1_000_000, onProgress: () => ports[1]?.close() });
  await expect(run).rejects.toThrow('the worker ended');
  expect(await pool.run(model, options)).toEqual(modelRobustness(model, options));
  expect(ports).toHaveLength(3);
  pool.close();
});
