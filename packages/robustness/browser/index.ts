import type { Answer, Port } from '../src/messages.ts';
import { poolOf } from '../src/pool.ts';
import type { RobustnessPool } from '../src/pool.ts';

export type { RobustnessPool, RobustnessRun } from '../src/pool.ts';

const openPort = (): Port => {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  return {
    post: (order, transfer) => worker.postMessage(order, transfer),
    listen: (answered) => {
      worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => answered(data));
      worker.addEventListener('error', ({ message }) => answered(new Error(message)));
    },
    close: () => worker.terminate(),
  };
};

/** Workers of the browser, started when they are first needed, as many as the machine has processors unless told otherwise. */
export const openRobustnessPool = (workers = navigator.hardwareConcurrency): RobustnessPool =>
  poolOf(openPort, workers);
