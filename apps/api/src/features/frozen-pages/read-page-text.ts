import { runApart } from '../../apart/run-apart.ts';
import { FetchError } from '../../outbound/fetch-failure.ts';
import type { PageOrder } from './page-reading.ts';
import type { PageText } from './page-text.ts';

/** Pages made to be slow to read (hundreds of thousands of nested elements) are given up. */
const longest = 5000;

/**
 * Reads a page's text in a process of its own, bounded in time and memory: others do not wait for it, and a page that
 * breaks the reader breaks nothing else.
 *
 * @throws FetchError `broken` where it cannot be read
 */
export async function readPageText(order: PageOrder, milliseconds = longest): Promise<PageText> {
  const bounds = { milliseconds, megabytes: 512 };
  try {
    return await runApart<PageOrder, PageText>(new URL('./page-worker.ts', import.meta.url), order, bounds);
  } catch (error) {
    throw new FetchError('broken', error);
  }
}
