import type { Model, RobustnessResults } from '@gongping/scoring';
import { availableParallelism } from 'node:os';
import { openPort } from './node-port.ts';
import { poolOf } from './pool.ts';
import type { RobustnessPool, RobustnessRun } from './pool.ts';

export type { RobustnessPool, RobustnessRun } from './pool.ts';

/** Worker threads, started when they are first needed, as many as the machine has processors unless told otherwise. */
export const openRobustnessPool = (workers = availableParallelism()): RobustnessPool =>
  poolOf(openPort, workers);

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
