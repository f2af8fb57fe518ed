import { emptyRankMatrix, placeRanks, resolveRobustness } from '@gongping/scoring';
import type { Model, RobustnessOptions, RobustnessResults } from '@gongping/scoring';
import { converse } from './converse.ts';
import type { Ask } from './converse.ts';
import type { Port } from './messages.ts';

export interface RobustnessRun extends Partial<RobustnessOptions> {
  /** Called as draws are done, with how many of all. */
  readonly onProgress?: (done: number, draws: number) => void;
  /** Ends the run: the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** Workers that wait for models. The results do not depend on how many there are. */
export interface RobustnessPool {
  /**
   * Robustness of a model that is already checked, and scored as far as its method asks.
   *
   * @throws RangeError where an option is out of range; the signal's reason where it was cancelled
   */
  run(model: Model, run?: RobustnessRun): Promise<RobustnessResults>;
  /** Ends the workers; runs under way are rejected. */
  close(): void;
}

/** Draws of one order: long enough that messages cost nothing, short enough for progress and an even share. */
const SLICE = 256;

const work = async (
  workers: readonly Ask[],
  model: Model,
  run: RobustnessRun,
): Promise<RobustnessResults> => {
  const { draws, seed, spread } = resolveRobustness(run);
  const options = { draws, seed, spread };
  const whole = emptyRankMatrix(model, { from: 0, draws });
  let next = 0;
  let done = 0;
  const draw = async (ask: Ask): Promise<void> => {
    while (next < draws) {
      run.signal?.throwIfAborted();
      const from = next;
      next = Math.min(draws, from + SLICE);
      const { ranks } = await ask({ type: 'draw', from, draws: next - from });
      placeRanks(whole, ranks);
      done += ranks.draws;
      run.onProgress?.(done, draws);
    }
  };
  const [first, ...others] = workers;
  if (first === undefined) throw new RangeError('a pool needs a worker');
  await Promise.all(workers.map((ask) => ask({ type: 'open', model, options })));
  // One worker begins with the scenarios; the draws go to whoever is free.
  const [{ scenarios }] = await Promise.all([
    (others[0] ?? first)({ type: 'scenarios' }),
    ...workers.map(draw),
  ]);
  run.signal?.throwIfAborted();
  const { groups } = await first({ type: 'summarise', ranks: whole }, [whole.ranks.buffer]);
  return { options, groups, scenarios };
};

/** Rejects when the signal is given, while the workers finish what they are at. */
const unlessAborted = async <T>(signal: AbortSignal | undefined, running: Promise<T>): Promise<T> => {
  if (signal === undefined) return running;
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const stop = (): void => reject(signal.reason as Error);
  signal.addEventListener('abort', stop);
  try {
    signal.throwIfAborted();
    return await Promise.race([running, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
    running.catch(() => undefined);
  }
};

export const poolOf = (ports: readonly Port[]): RobustnessPool => {
  const workers = ports.map(converse);
  return {
    run: (model, run = {}) => unlessAborted(run.signal, work(workers, model, run)),
    close: () => {
      for (const port of ports) port.close();
    },
  };
};
