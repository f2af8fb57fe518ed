import { expect, type Browser, type BrowserContext } from '@playwright/test';
import { demonstrationPassword } from './client.ts';

/** A browser of somebody who is signed in, or of nobody, with a language of their own. */
export async function contextFor(
  browser: Browser,
  url: string,
  {
    username,
    locale = 'zh-CN',
    ...more
  }: { username?: string; locale?: string; viewport?: { width: number; height: number } } = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: url, locale, reducedMotion: 'reduce', ...more });
  await context.addCookies([{ name: 'locale', value: locale, url }]);
  if (username === undefined) return context;
  const data = { username, password: demonstrationPassword };
  const response = await context.request.post(`${url}/api/v1/session`, { data });
  expect(response.status(), await response.text()).toBe(200);
  return context;
}
