import { expect, type Page, type Request, type Response } from '@playwright/test';

/** Requests of pages that have not been answered in full. */
const underWay = new WeakMap<Page, Set<Request>>();

function requestsOf(page: Page): Set<Request> {
  const known = underWay.get(page);
  if (known) return known;
  const requests = new Set<Request>();
  page.on('request', (request) => requests.add(request));
  page.on('requestfinished', (request) => requests.delete(request));
  page.on('requestfailed', (request) => requests.delete(request));
  underWay.set(page, requests);
  return requests;
}

/** Whether scripts take the page over, as they do not where people of the public answer. */
const takenOver = "[...document.scripts].some(({ text }) => text.includes('kit.start('))";
/** Two frames, so that what scripts have changed is drawn, and then nothing to do. */
const atRest = `new Promise((resolve) => {
  requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(() => resolve())));
})`;

/**
 * Opens a page and waits until its scripts have come and run, and what they asked for has come and is drawn: what is
 * typed before that may be typed twice. Not for pages without scripts.
 */
export async function open(page: Page, address: string): Promise<Response | null> {
  const requests = requestsOf(page);
  requests.clear();
  const response = await page.goto(address);
  if (await page.evaluate<boolean>(takenOver))
    await page.waitForSelector('html[data-hydrated]', { state: 'attached' });
  do {
    await expect.poll(() => requests.size, { intervals: [20], message: `requests of ${address}` }).toBe(0);
    await page.evaluate(atRest);
  } while (requests.size > 0);
  return response;
}
