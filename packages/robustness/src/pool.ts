import { resolveRobustness } from '@gongping/scoring';
import type { Model, RobustnessOptions, RobustnessResults } from '@gongping/scoring';
import { converse } from './converse.ts';
import type { Conversation } from './converse.ts';
import type { Port } from './messages.ts';
import { shareOut } from './share-out.ts';
import type { Watcher } from './share-out.ts';

export interface RobustnessRun extends Partial<RobustnessOptions>, Watcher {}

/** Workers that wait for models. The results do not depend on how many there are. */
export interface RobustnessPool {
  /**
   * Robustness of a model that is already checked, and scored as far as its method asks. Runs wait for one another:
   * each has all workers.
   *
   * @throws RangeError where an option is out of range; the signal's reason where it was cancelled
   */
  run(model: Model, run?: RobustnessRun): Promise<RobustnessResults>;
  /** Ends the workers; runs under way and runs that wait are rejected. */
  close(): void;
}

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

interface Worker extends Conversation {
  readonly port: Port;
}

/** @param openPort starts a worker: when the pool is first needed, and in place of one that was lost */
export const poolOf = (openPort: () => Port, count: number): RobustnessPool => {
  let workers: Worker[] = [];
  let closed = false;
  const openWorker = (): Worker => {
    const port = openPort();
    return { port, ...converse(port) };
  };
  const readyWorkers = (): Worker[] => {
    if (closed) throw new Error('the pool has ended');
    workers = Array.from({ length: count }, (_, at) => {
      const worker = workers[at];
      if (worker !== undefined && !worker.isLost()) return worker;
      worker?.port.close();
      return openWorker();
    });
    return workers;
  };
  let last: Promise<unknown> = Promise.resolve();
  return {
    async run(model, run = {}) {
      const { draws, seed, spread } = resolveRobustness(run);
      const work = { model, options: { draws, seed, spread } };
      const running = last.then(() => {
        run.signal?.throwIfAborted();
        return shareOut(
          readyWorkers().map(({ ask }) => ask),
          work,
          run,
        );
      });
      last = running.catch(() => undefined);
      return unlessAborted(run.signal, running);
    },
    close() {
      closed = true;
      for (const { port } of workers) port.close();
    },
  };
};
