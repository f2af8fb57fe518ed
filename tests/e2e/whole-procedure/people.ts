import { expect, type Browser, type Page } from '@playwright/test';
import { demonstrationPassword, signedIn, type Client } from '../support/client.ts';
import { accessibilityFindings, desktop, overflowFindings, phone } from '../support/inspect.ts';

export const base = '/work/assessments/2033';
/** Of demo-liaison1. */
export const unit = { code: 'C04', name: '天元区' } as const;
/** Who is assessed beside it: the one loses half a mark, the other 0.4. */
export const others = [
  { code: 'C01', name: '荷塘区' },
  { code: 'C06', name: '攸县' },
] as const;

/** Two of the levels of B1-1, as their buttons say. */
export const none = /逾期超过10日或未发布/;
export const inTime = /法定期限内发布/;

/** Everybody at a browser of their own, signed in, and the organiser and the evaluators as programs besides. */
export interface People {
  readonly organiser: Page;
  readonly first: Page;
  readonly second: Page;
  readonly reviewer: Page;
  /** Reviews too. */
  readonly colleague: Page;
  readonly liaison: Page;
  readonly api: { readonly organiser: Client; readonly first: Client; readonly second: Client };
}

export async function gather(browser: Browser, url: string): Promise<People> {
  const page = (username: string) => browse(browser, url, { username });
  return {
    organiser: await page('demo-organiser'),
    first: await page('demo-evaluator1'),
    second: await page('demo-evaluator2'),
    reviewer: await page('demo-reviewer'),
    colleague: await page('demo-evaluator3'),
    liaison: await page('demo-liaison1'),
    api: {
      organiser: await signedIn(url, 'demo-organiser'),
      first: await signedIn(url, 'demo-evaluator1'),
      second: await signedIn(url, 'demo-evaluator2'),
    },
  };
}

/** Somebody at a browser of their own. */
export async function browse(
  browser: Browser,
  url: string,
  { username, locale = 'zh-CN' }: { username: string; locale?: string },
): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, locale, viewport: desktop });
  // A step that cannot be taken says so soon, not at the end of the test's time.
  context.setDefaultTimeout(30_000);
  const data = { username, password: demonstrationPassword };
  const response = await context.request.post('/api/v1/session', { data });
  expect(response.status(), await response.text()).toBe(200);
  return context.newPage();
}

/** Nothing against WCAG and nothing cut off, on a desk and on a phone. */
export async function expectSound(page: Page): Promise<void> {
  const findings = await accessibilityFindings(page);
  await page.setViewportSize(phone);
  findings.push(...(await accessibilityFindings(page)), ...(await overflowFindings(page)));
  await page.setViewportSize(desktop);
  expect(findings).toEqual([]);
}
