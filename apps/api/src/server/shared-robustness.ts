import type { RobustnessPool } from '@gongping/robustness';
import { buildModel, type EngineInput, type RobustnessOptions } from '@gongping/scoring';
import type { RobustnessResults } from '@gongping/scoring';
import { createHash } from 'node:crypto';
import { ProblemError } from '../http/problem-error.ts';
import { keepResults } from './recent-results.ts';

/** Robustness of rankings for all requests of a process. */
export interface SharedRobustness {
  /**
   * Computes in workers. Whoever asks the same while it is computed waits for the same computation; one that nobody
   * waits for any more is cancelled. The last results are remembered: they follow from the input alone.
   *
   * @throws ScoringInputError where the input cannot be computed; the signal's reason; ProblemError
   *   `too-many-attempts` where too many different ones wait
   */
  compute(input: EngineInput, options: RobustnessOptions, signal: AbortSignal): Promise<RobustnessResults>;
  close(): void;
}

/** Different computations that may wait at a time. */
const MOST_WAITING = 16;
const RETRY_SECONDS = 10;

interface Computation {
  readonly results: Promise<RobustnessResults>;
  readonly stop: AbortController;
  waiting: number;
}

export function shareRobustness(pool: RobustnessPool): SharedRobustness {
  const recent = keepResults();
  const running = new Map<string, Computation>();

  function begin(key: string, input: EngineInput, options: RobustnessOptions): Computation {
    if (running.size >= MOST_WAITING)
      throw new ProblemError('too-many-attempts', { values: { seconds: RETRY_SECONDS } });
    const stop = new AbortController();
    const results = pool.run(buildModel(input), { ...options, signal: stop.signal });
    const computation = { results, stop, waiting: 0 };
    running.set(key, computation);
    results.then(
      (computed) => {
        recent.set(key, computed);
        running.delete(key);
      },
      () => forget(key, computation),
    );
    return computation;
  }

  function forget(key: string, computation: Computation): void {
    if (running.get(key) === computation) running.delete(key);
  }

  async function wait(
    key: string,
    computation: Computation,
    signal: AbortSignal,
  ): Promise<RobustnessResults> {
    const { promise: gone, reject } = Promise.withResolvers<never>();
    const leave = (): void => reject(signal.reason as Error);
    signal.addEventListener('abort', leave);
    computation.waiting += 1;
    try {
      return await Promise.race([computation.results, gone]);
    } finally {
      signal.removeEventListener('abort', leave);
      computation.waiting -= 1;
      if (computation.waiting === 0) {
        forget(key, computation);
        computation.stop.abort();
      }
    }
  }

  return {
    async compute(input, options, signal) {
      signal.throwIfAborted();
      const key = keyOf(input, options);
      return recent.get(key) ?? wait(key, running.get(key) ?? begin(key, input, options), signal);
    },
    close: () => pool.close(),
  };
}

const hashes = new WeakMap<EngineInput, string>();

/** Equal for equal inputs and options; an input that is asked about again is read once. */
function keyOf(input: EngineInput, options: RobustnessOptions): string {
  let hash = hashes.get(input);
  if (hash === undefined) {
    const text = JSON.stringify({ ...input, scores: [...input.scores] }, (_key, member: unknown) =>
      member instanceof Map ? [...member] : member,
    );
    hash = createHash('sha256').update(text).digest('base64');
    hashes.set(input, hash);
  }
  return `${hash} ${JSON.stringify(options)}`;
}
