import { expect, test, type Page } from '@playwright/test';
import { startProduct, type RunningProduct } from '../support/server.ts';
import { contextFor } from './support/context-for.ts';
import { desktop } from './support/inspect.ts';
import { open } from './support/open.ts';
import { walk } from './support/walk.ts';

let product: RunningProduct;
let page: Page;
const checks = '/work/assessments/2021/checks';

test.setTimeout(240_000);
test.beforeAll(async ({ browser }) => {
  product = await startProduct();
  const context = await contextFor(browser, product.url, { username: 'demo-organiser', viewport: desktop });
  page = await context.newPage();
});
test.afterAll(() => product.remove());

test('findings are ticked, accepted with a reason and opened again, by keyboard', async () => {
  await open(page, checks);
  for (const place of [0, 1]) {
    await page.locator('input[name=subject]').nth(place).focus();
    await page.keyboard.press('Space');
  }
  await page.getByRole('button', { name: '接受所选' }).first().click();
  await expect(page.getByText('请写明接受的理由')).toBeVisible();
  await page.getByLabel('接受的理由').first().fill('已核对，予以批准');
  await page.keyboard.press('Enter');
  await expect(page.getByText('已接受 2 项。')).toBeVisible();
  await expect(page.getByLabel('接受的理由').first()).toHaveValue('');

  await open(page, `${checks}?show=accepted`);
  await expect(page.getByText('接受：已核对，予以批准')).toHaveCount(2);
  await page.locator('input[name=subject]').first().focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: '撤回接受' }).click();
  await expect(page.getByText('已撤回 1 项，重新列为未处理。')).toBeVisible();
  await expect(page.locator('input[name=subject]')).toHaveCount(1);
});

test('the log is narrowed, and handed out as a file', async () => {
  await open(page, '/work/assessments/2021/settings/audit');
  await page.getByLabel('操作', { exact: true }).selectOption({ label: '接受体检事项' });
  await page.getByRole('button', { name: '筛选' }).click();
  await expect(page.getByRole('row')).toHaveCount(3);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'CSV（Excel 可读）' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('audit-2021.csv');
});

test('the pages are sound on a desk and on a phone', async () => {
  const paths = [
    checks,
    `${checks}?show=accepted`,
    '/work/assessments/2021/settings/audit?action=check.accept',
  ];
  const { findings } = await walk(page, {
    url: product.url,
    paths,
    accessibility: ['desk', 'phone', 'dark'],
  });
  expect(findings).toEqual([]);
});
