import { expect, test } from '@playwright/test';
import { startProduct, type RunningProduct } from '../support/server.ts';
import { contextFor } from './support/context-for.ts';
import { past, present, published, reading, results, scoring } from './support/demo-pages.ts';
import { open } from './support/open.ts';
import { walk } from './support/walk.ts';

let product: RunningProduct;

test.beforeAll(async () => {
  product = await startProduct();
});
test.afterAll(() => product.remove());
test.setTimeout(300_000);

test('pages in English, and in the dark', async ({ browser }) => {
  const context = await contextFor(browser, product.url, { username: 'demo-organiser', locale: 'en' });
  const paths = [
    '/',
    '/s/2021/C04',
    published,
    '/work',
    ...scoring,
    ...results,
    ...reading,
    `${present}/publish`,
    `${present}/settings`,
    '/work/people',
  ];
  const { findings } = await walk(await context.newPage(), {
    url: product.url,
    paths,
    accessibility: ['dark'],
  });
  expect(findings).toEqual([]);
  await context.close();
});

test('a page that does not exist says so and leads on', async ({ browser }) => {
  const context = await contextFor(browser, product.url, { username: 'demo-leader' });
  const page = await context.newPage();
  for (const path of ['/nothing', '/work/nothing', '/p/1999/latest', `${present}/settings`]) {
    const response = await page.goto(`${product.url}${path}`);
    expect(response?.status(), path).toBeGreaterThanOrEqual(403);
    expect(response?.status(), path).toBeLessThan(405);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('main').getByRole('link').first()).toBeVisible();
  }
  await context.close();
});

test('rank intervals stand in the table without scripts, with how they were computed', async ({
  browser,
}) => {
  const scriptless = await browser.newContext({ locale: 'zh-CN', javaScriptEnabled: false });
  const page = await scriptless.newPage();
  for (const path of [published, `${published}?kind=department`]) {
    await page.goto(`${product.url}${path}`);
    await expect(page.getByRole('columnheader', { name: '名次区间' }).first()).toBeVisible();
    const rows = page.getByRole('table').first().getByRole('row');
    await expect(rows.filter({ hasText: '与上一名无显著差异' }).first()).toBeVisible();
    await expect(page.getByText('各自在 ±25% 以内随机变动，重新排名 10,000 次')).toBeVisible();
  }
  await scriptless.close();
});

test('how far weights vary is chosen by keyboard and stands in the address', async ({ browser }) => {
  const context = await contextFor(browser, product.url, { username: 'demo-leader' });
  const page = await context.newPage();
  await open(page, `${product.url}${past}/results?kind=department`);
  const spread = page.getByRole('navigation', { name: '权重变动幅度' });
  await expect(spread.getByRole('link', { name: '±25%' })).toHaveAttribute('aria-current', 'true');
  await spread.getByRole('link', { name: '±50%' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/kind=department&spread=50$/);
  await expect(page.getByText('各自在 ±50% 以内随机变动，重新排名 10,000 次')).toBeVisible();
  await expect(page.getByRole('img', { name: /名次区间.*±50%/ })).toBeVisible();
  await expect(page.getByRole('table', { name: '换一种方法的名次' })).toBeVisible();
  await context.close();
});
