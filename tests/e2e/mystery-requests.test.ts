import { expect, test, type Browser, type Page } from '@playwright/test';
import { startProduct, type RunningProduct } from '../support/server.ts';
import { signedIn } from './support/client.ts';
import { contextFor } from './support/context-for.ts';
import { accessibilityFindings, desktop, overflowFindings, phone } from './support/inspect.ts';
import { open } from './support/open.ts';

let product: RunningProduct;
/** The demonstration's round that is being scored, and a unit of the first evaluator. */
let slug: string;
const unit = 'C01';

test.beforeAll(async () => {
  product = await startProduct();
  const organiser = await signedIn(product.url, 'demo-organiser');
  const { assessments } = await organiser.read<{ assessments: { slug: string; phase: string }[] }>(
    '/assessments',
  );
  slug = assessments.find(({ phase }) => phase === 'scoring')?.slug ?? '';
});
test.afterAll(() => product.remove());
test.setTimeout(240_000);

async function browse(browser: Browser, username: string): Promise<Page> {
  const context = await contextFor(browser, product.url, { username, viewport: desktop });
  return context.newPage();
}

async function expectSound(page: Page): Promise<void> {
  const findings = await accessibilityFindings(page);
  await page.setViewportSize(phone);
  findings.push(...(await accessibilityFindings(page)), ...(await overflowFindings(page)));
  await page.setViewportSize(desktop);
  expect(findings).toEqual([]);
}

/** A day before today. */
const daysAgo = (count: number) => new Date(Date.now() - count * 86_400_000).toISOString().slice(0, 10);

test('an evaluator logs a request by letter and one online, and takes over what they propose', async ({
  browser,
}) => {
  const page = await browse(browser, 'demo-evaluator1');
  await open(page, `/work/assessments/${slug}/scoring`);
  await page.getByRole('link', { name: '暗访' }).click();
  await expectSound(page);
  await page.getByRole('link', { name: '荷塘区' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('荷塘区暗访台账');

  const form = page.locator('form[action="?/add"]');
  for (const [index, channel] of ['网上', '信函'].entries()) {
    await form.getByLabel('渠道').selectOption({ label: channel });
    await form.getByLabel('身份与事由').fill('市民赵某，想了解旧改安排');
    await form.getByLabel('内容', { exact: true }).fill('申请公开片区改造方案');
    await form.getByLabel('提交', { exact: true }).fill(daysAgo(30));
    await form.getByLabel('答复', { exact: true }).fill(daysAgo(20));
    await form.getByRole('button', { name: '登记' }).click();
    // A reply to what was never received: nothing that was typed is lost.
    await expect(form.getByText(/请先填写收到日期/)).toBeVisible();
    await expect(form.getByLabel('身份与事由')).toHaveValue('市民赵某，想了解旧改安排');
    await form.getByLabel('收到', { exact: true }).fill(daysAgo(29));
    for (const point of ['载明内容与依据', '不予公开的说明理由', '落款盖章'])
      await form.getByLabel(point).check();
    await form.getByRole('button', { name: '登记' }).click();
    await expect(page.getByRole('article')).toHaveCount(index + 1);
  }
  await expect(page.getByRole('article').first()).toContainText('按期答复');
  await expectSound(page);

  const proposal = page.getByRole('listitem').filter({ hasText: 'A4-3' });
  // A county has 2 marks: 60 % for the term, three points of 10 %.
  await expect(proposal).toContainText('1.80 / 2');
  await proposal.getByRole('button', { name: '采用' }).click();
  await expect(proposal).toContainText('已采用');
  await open(page, `/work/assessments/${slug}/scoring/units/${unit}?leaf=A4-3`);
  await expect(page.getByText('测评台账').first()).toBeVisible();

  const liaison = await browse(browser, 'demo-liaison1');
  const answer = await open(liaison, `/work/assessments/${slug}/scoring/requests/${unit}`);
  expect(answer?.status()).toBe(403);
  await expect(liaison.getByText('赵某')).toHaveCount(0);
});

test('an administrator finds a day by keyboard and says why it is worked', async ({ browser }) => {
  const page = await browse(browser, 'demo-organiser');
  await open(page, '/work/calendar?year=2021');
  await expectSound(page);
  await page.locator('[data-day="2021-01-01"]').focus();
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowRight', 'Enter'])
    await page.keyboard.press(key);
  const form = page.locator('form[action*="/day"]');
  await expect(form.getByRole('heading')).toHaveText('2021年1月23日');
  await form.getByText('上班', { exact: true }).click();
  await form.getByRole('button', { name: '保存' }).click();
  await expect(form.getByText(/请写明为什么/)).toBeVisible();
  await form.getByLabel('名称').fill('补班');
  await form.getByRole('button', { name: '保存' }).click();
  await expect(form.getByText(/已保存/)).toBeVisible();
  await expect(page.locator('[data-day="2021-01-23"]')).toContainText('补班');
  await expectSound(page);
  await open(page, '/work/calendar?year=2027');
  await expect(page.getByText('2027 年的节假日是推定的')).toBeVisible();
});
