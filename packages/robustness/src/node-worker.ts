import { parentPort } from 'node:worker_threads';
import { obey } from './obey.ts';

const follow = obey((answer, transfer) => parentPort?.postMessage(answer, transfer));
parentPort?.on('message', follow);
