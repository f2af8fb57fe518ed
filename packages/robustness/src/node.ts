import type { Model, RobustnessResults } from '@gongping/scoring';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Answer, Port } from './messages.ts';
import { poolOf } from './pool.ts';
import type { RobustnessPool, RobustnessRun } from './pool.ts';

export type { RobustnessPool, RobustnessRun } from './pool.ts';

const openPort = (): Port => {
  const worker = new Worker(new URL('./node-worker.ts', import.meta.url));
  return {
    post: (order, transfer) => worker.postMessage(order, transfer),
    listen: (answered) => {
      worker.on('message', (answer: Answer) => answered(answer));
      worker.on('error', answered);
      worker.on('exit', () => answered(new Error('the worker ended before its work was done')));
    },
    close: () => void worker.terminate(),
  };
};

/** Worker threads, as many as the machine has processors unless told otherwise. */
export const openRobustnessPool = (workers = availableParallelism()): RobustnessPool =>
  poolOf(Array.from({ length: workers }, openPort));

/**
 * Robustness of a model in worker threads of its own: the calling thread only hands out work and takes answers. The
 * same options give the same results with any number of workers.
 *
 * @throws as {@link RobustnessPool.run}
 */
export const runRobustness = async (
  model: Model,
  run: RobustnessRun & { readonly workers?: number } = {},
): Promise<RobustnessResults> => {
  const pool = openRobustnessPool(run.workers);
  try {
    return await pool.run(model, run);
  } finally {
    pool.close();
  }
};
