import type { SurveyChannelList } from '@gongping/contracts';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { startProduct, type RunningProduct } from '../support/server.ts';
import { signedIn } from './support/client.ts';
import { contextFor } from './support/context-for.ts';
import { accessibilityFindings, desktop, overflowFindings, phone } from './support/inspect.ts';
import { open } from './support/open.ts';

let product: RunningProduct;
let first: Page;
let second: Page;

// Each goes on where the one before it has ended.
test.describe.configure({ mode: 'serial', timeout: 240_000 });
test.beforeAll(async ({ browser }) => {
  product = await startProduct();
  first = await pageOf(browser, 'demo-evaluator1');
  second = await pageOf(browser, 'demo-evaluator2');
});
test.afterAll(() => product.remove());

async function pageOf(browser: Browser, username: string): Promise<Page> {
  const page = await (await contextFor(browser, product.url, { username })).newPage();
  await page.setViewportSize(desktop);
  return page;
}

const organiser = () => signedIn(product.url, 'demo-organiser');
const navigation = (page: Page) => page.getByRole('navigation', { name: '主导航' }).first();

async function counted(): Promise<number | undefined> {
  const list = await (await organiser()).read<SurveyChannelList>('/assessments/2021/survey/channels');
  return list.channels.find(({ code }) => code === 'sheets')?.responses.counted;
}

/** Keys in a sheet without a mouse: who answers, nothing of where from, then the same digit for each question with levels. */
async function key(page: Page, sheet: string, level: string): Promise<void> {
  await page.getByLabel('编号').fill(sheet);
  const unit = page.getByLabel('单位', { exact: true });
  await unit.selectOption('C04');
  await unit.press('Enter');
  await page.keyboard.press('1');
  await page.keyboard.press('Enter');
  const levels = (await page.locator('[data-item]:has(input[type=radio])').count()) - 1;
  for (let question = 0; question < levels; question += 1) await page.keyboard.press(level);
  await page.keyboard.press('Control+Enter');
}

test('who may key in sheets finds the way there once there is a channel of paper', async () => {
  await open(first, `${product.url}/work`);
  await expect(navigation(first).getByRole('link', { name: '录入问卷' })).toHaveCount(0);
  const rules = { group: null, opensAt: null, closesAt: null, paused: false, quota: null, proof: false };
  const body = { ...rules, code: 'sheets', kind: 'paper', nameZh: '大厅纸质问卷', nameEn: 'Sheets' };
  await (await organiser()).ask({ method: 'POST', path: '/assessments/2021/survey/channels', body });

  await open(first, `${product.url}/work`);
  await expect(first.getByText('大厅纸质问卷：待您录入第二遍 0 张，待您核定 0 张。')).toBeVisible();
  await navigation(first).getByRole('link', { name: '录入问卷' }).click();
  await expect(first.getByRole('heading', { level: 1, name: '录入纸质问卷' })).toBeVisible();
  await expect(navigation(first).getByRole('link', { name: '录入问卷' })).toHaveAttribute(
    'aria-current',
    'page',
  );
  await first.getByRole('link', { name: '大厅纸质问卷' }).click();
  await expect(first.getByRole('heading', { level: 1, name: /大厅纸质问卷/ })).toBeVisible();
});

test('two people key in the same sheet; where they agree it counts', async () => {
  await key(first, '001', '1');
  await expect(first.getByText('001 已录入，待第二人录入。')).toBeVisible();
  await expect(first.getByLabel('编号')).toHaveValue('002');
  await expect.poll(counted).toBe(0);
  await key(first, '001', '1');
  await expect(first.getByText('第二遍须由另一人录入')).toBeVisible();

  await open(second, `${product.url}/work`);
  await expect(second.getByText('待您录入第二遍 1 张')).toBeVisible();
  await second.getByRole('link', { name: /^录入 大厅纸质问卷/ }).click();
  await second.getByRole('row').filter({ hasText: '001' }).getByRole('link', { name: '录入' }).click();
  await expect(second.getByLabel('编号')).toHaveValue('001');
  await key(second, '001', '1');
  await expect(second.getByText('001 两遍一致，已计入。')).toBeVisible();
  await expect.poll(counted).toBe(1);
  await key(second, '001', '1');
  await expect(second.getByText('这张问卷已核对一致并计入')).toBeVisible();
  await expect.poll(counted).toBe(1);
});

test('where they differ a third looks at the sheet, and it counts once', async ({ browser }) => {
  await key(first, '002', '1');
  await expect(first.getByText('002 已录入，待第二人录入。')).toBeVisible();
  await key(second, '002', '2');
  await expect(second.getByText('002 两遍不一致，待第三人核定。')).toBeVisible();
  await expect(second.getByRole('row').filter({ hasText: '002' })).toContainText('您已录入');
  await expect.poll(counted).toBe(1);

  const third = await pageOf(browser, 'demo-organiser');
  await open(third, `${product.url}/work/assessments/2021/appraisal/paper/sheets`);
  await third.getByRole('row').filter({ hasText: '002' }).getByRole('link', { name: '核定' }).click();
  const differing = third.getByRole('table', { name: '两遍不同之处' });
  await expect(differing.getByRole('row').nth(1)).toContainText(/Q\d/);
  expect(await accessibilityFindings(third)).toEqual([]);
  await third.setViewportSize(phone);
  expect(await overflowFindings(third)).toEqual([]);
  await third.setViewportSize(desktop);
  for (const group of await third.locator('[data-item]:has(input[type=radio])').all()) {
    if ((await group.locator('input:checked').count()) === 0) await group.locator('label').first().click();
  }
  await third.getByRole('button', { name: '按此核定' }).click();
  await expect(third.getByText('002 已核定并计入。')).toBeVisible();
  await expect.poll(counted).toBe(2);
  await third.context().close();
});

test('the pages are sound on a phone', async () => {
  await first.setViewportSize(phone);
  for (const path of ['/work', '/work/assessments/2021/appraisal/paper']) {
    await open(first, `${product.url}${path}`);
    expect(await overflowFindings(first)).toEqual([]);
    expect(await accessibilityFindings(first)).toEqual([]);
  }
});
