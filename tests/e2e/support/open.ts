import type { Page, Response } from '@playwright/test';

/** Opens a page and waits until its scripts have come and run: what is typed before that may be typed twice. */
export function open(page: Page, address: string): Promise<Response | null> {
  return page.goto(address, { waitUntil: 'networkidle' });
}
