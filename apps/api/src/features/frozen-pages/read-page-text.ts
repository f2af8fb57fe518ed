import { Worker } from 'node:worker_threads';
import { FetchError } from '../../outbound/fetch-failure.ts';
import type { PageOrder } from './page-reading.ts';
import type { PageText } from './page-text.ts';

/** Pages made to be slow to read (hundreds of thousands of nested elements) are given up. */
const longest = 5000;

/**
 * Reads a page's text in a thread of its own, bounded in time and memory: others do not wait for it, and a page that
 * breaks the reader breaks nothing else.
 *
 * @throws FetchError `broken` where it cannot be read
 */
export function readPageText(order: PageOrder, milliseconds = longest): Promise<PageText> {
  const worker = new Worker(new URL('./page-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  });
  const { promise, resolve, reject } = Promise.withResolvers<PageText>();
  const timer = setTimeout(() => reject(new FetchError('broken')), milliseconds);
  worker.on('message', resolve);
  worker.on('error', (error) => reject(new FetchError('broken', error)));
  worker.on('exit', () => reject(new FetchError('broken')));
  worker.postMessage(order);
  return promise.finally(() => {
    clearTimeout(timer);
    void worker.terminate();
  });
}
