import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Reply } from './answer-apart.ts';

/** What a process apart may take before it is ended. */
export interface Bounds {
  readonly milliseconds: number;
  readonly megabytes: number;
}

/** A process apart took too long or too much memory, and was ended. */
export class TooMuchError extends Error {}

/** Nothing of the product's settings: Windows starts no program without the one, and the other saves compiling anew. */
function keptSettings(): NodeJS.ProcessEnv {
  const { SystemRoot, NODE_COMPILE_CACHE } = process.env;
  return { SystemRoot, NODE_COMPILE_CACHE };
}

/**
 * Has a module answer one order in a process of its own. What strangers send is read so: a file that makes its reader
 * slow, fills its memory or breaks it stops nobody else. A thread would not do: its limit of memory does not hold for
 * every allocation, and what breaks a thread can end the whole process.
 *
 * @param module calls `answerApart`
 * @throws TooMuchError; what the module threw; Error where it ended without an answer
 */
export async function runApart<Order, Answer>(
  module: URL,
  order: Order,
  { milliseconds, megabytes }: Bounds,
): Promise<Answer> {
  const child = fork(fileURLToPath(module), {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${megabytes}`],
    env: keptSettings(),
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    timeout: milliseconds,
    killSignal: 'SIGKILL',
  });
  const { promise, resolve } = Promise.withResolvers<Reply<Answer> | null>();
  child.once('message', resolve);
  child.once('disconnect', () => resolve(null));
  // An order that cannot be sent shows as an end without an answer.
  child.send({ order }, () => undefined);
  const [reply, [, signal]] = await Promise.all([promise, once(child, 'exit')]);
  if (reply === null) {
    // V8 aborts where its heap is full.
    if (signal === 'SIGKILL' || signal === 'SIGABRT') throw new TooMuchError();
    throw new Error('the process apart ended without an answer');
  }
  if ('error' in reply) throw reply.error;
  return reply.answer;
}
