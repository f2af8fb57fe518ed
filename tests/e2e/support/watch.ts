import type { Page } from '@playwright/test';

/** What went wrong in a page since it was last asked: errors of the console and scripts, refused and failed requests. */
export interface Watch {
  /** Hands over what was seen, and forgets it. */
  take(): string[];
}

/** Listens to a page. Refusals by the content security policy arrive as errors of the console. */
export function watch(page: Page): Watch {
  let seen: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') seen.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => seen.push(`script: ${error.message}`));
  page.on('requestfailed', (request) => {
    seen.push(`request: ${request.method()} ${request.url()} ${request.failure()?.errorText ?? ''}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) seen.push(`answer: ${response.status()} ${response.url()}`);
  });
  return {
    take() {
      const taken = seen;
      seen = [];
      return taken;
    },
  };
}
