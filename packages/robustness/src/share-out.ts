import { emptyRankMatrix, placeRanks } from '@gongping/scoring';
import type { Model, RobustnessOptions, RobustnessResults } from '@gongping/scoring';
import type { Ask } from './converse.ts';

/** What somebody who waits for a run may want of it. */
export interface Watcher {
  /** Called as draws are done, with how many of all. */
  readonly onProgress?: (done: number, draws: number) => void;
  /** Ends the run: the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** Draws of one order: long enough that messages cost nothing, short enough for progress and an even share. */
const SLICE = 256;

/** As `Promise.all`, but also after a failure everything has come to its end: nothing is asked any more. */
const allEnded = async <T extends readonly Promise<unknown>[] | []>(tasks: T) => {
  await Promise.allSettled(tasks);
  return Promise.all(tasks);
};

/**
 * Shares a model's draws out among workers that do nothing else meanwhile. When the promise settles, however it does,
 * the workers are idle.
 */
export const shareOut = async (
  workers: readonly Ask[],
  { model, options }: { readonly model: Model; readonly options: RobustnessOptions },
  { onProgress, signal }: Watcher,
): Promise<RobustnessResults> => {
  const { draws } = options;
  const whole = emptyRankMatrix(model, { from: 0, draws });
  let next = 0;
  let done = 0;
  const draw = async (ask: Ask): Promise<void> => {
    while (next < draws) {
      signal?.throwIfAborted();
      const from = next;
      next = Math.min(draws, from + SLICE);
      const { ranks } = await ask({ type: 'draw', from, draws: next - from });
      placeRanks(whole, ranks);
      done += ranks.draws;
      onProgress?.(done, draws);
    }
  };
  const drawUntilFailure = async (ask: Ask): Promise<void> => {
    try {
      await draw(ask);
    } catch (error) {
      next = draws;
      throw error;
    }
  };
  const [first, second] = workers;
  if (first === undefined) throw new RangeError('a pool needs a worker');
  signal?.throwIfAborted();
  await allEnded(workers.map((ask) => ask({ type: 'open', model, options })));
  await allEnded(workers.map(drawUntilFailure));
  signal?.throwIfAborted();
  // What is left cannot be shared out among more than two.
  const [{ groups }, { scenarios }] = await allEnded([
    first({ type: 'summarise', ranks: whole }, [whole.ranks.buffer]),
    (second ?? first)({ type: 'scenarios' }),
  ]);
  return { options, groups, scenarios };
};
