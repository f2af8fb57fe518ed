import { Worker } from 'node:worker_threads';
import type { Answer, Port } from './messages.ts';

/** Starts a worker thread. */
export const openPort = (): Port => {
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
