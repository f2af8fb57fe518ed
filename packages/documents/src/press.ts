import { Worker } from 'node:worker_threads';
import type { DocumentFormat, Printable, Printed, PrintOrder } from './press-worker.ts';

/** Makes documents in a thread of its own, so that the caller's goes on serving. */
export interface Press {
  /** Documents wait for one another. @throws Error where the document cannot be made */
  print(document: Printable, format: DocumentFormat): Promise<Uint8Array<ArrayBuffer>>;
}

/** The thread, with its fonts, is kept this long after the last document. */
const IDLE_MILLISECONDS = 30_000;

interface Waiting {
  readonly resolve: (bytes: Uint8Array<ArrayBuffer>) => void;
  readonly reject: (error: Error) => void;
}

/** Starts its thread with the first document; it keeps no process alive and ends by itself. */
export function openPress(): Press {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let idle: NodeJS.Timeout | undefined;
  let last = 0;

  function settle(id: number): Waiting | undefined {
    const found = waiting.get(id);
    waiting.delete(id);
    if (waiting.size === 0) rest();
    return found;
  }

  function rest(): void {
    worker?.unref();
    idle = setTimeout(() => void worker?.terminate(), IDLE_MILLISECONDS).unref();
  }

  function start(): Worker {
    const started = new Worker(new URL('./press-worker.ts', import.meta.url));
    const lose = (error: Error): void => {
      if (worker !== started) return;
      worker = null;
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    };
    started.on('message', (printed: Printed) => {
      const found = settle(printed.id);
      if (printed.ok) found?.resolve(printed.bytes);
      else found?.reject(new Error(printed.message));
    });
    started.on('error', lose);
    started.on('exit', () => lose(new Error('the thread that makes documents ended')));
    return started;
  }

  return {
    print(document, format) {
      clearTimeout(idle);
      worker ??= start();
      worker.ref();
      const { promise, resolve, reject } = Promise.withResolvers<Uint8Array<ArrayBuffer>>();
      last += 1;
      waiting.set(last, { resolve, reject });
      worker.postMessage({ id: last, document, format } satisfies PrintOrder);
      return promise;
    },
  };
}
