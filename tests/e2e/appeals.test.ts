import { unzipFiles } from '@gongping/bundle';
import { expect, test, type Browser, type Page } from '@playwright/test';
import mammoth from 'mammoth';
import { readFile } from 'node:fs/promises';
import { startProduct, type RunningProduct } from '../support/server.ts';
import { createAppealRound, type AppealRound } from './support/appeal-round.ts';
import { demonstrationPassword } from './support/client.ts';
import { accessibilityFindings, desktop, overflowFindings, phone } from './support/inspect.ts';
import { open } from './support/open.ts';

let product: RunningProduct;
let round: AppealRound;

test.beforeAll(async () => {
  product = await startProduct();
  round = await createAppealRound(product.url);
});
test.afterAll(() => product.remove());
test.setTimeout(240_000);
// Each goes on where the one before it ended.
test.describe.configure({ mode: 'serial' });

async function browse(browser: Browser, username: string, locale = 'zh-CN'): Promise<Page> {
  const context = await browser.newContext({ baseURL: product.url, locale, viewport: desktop });
  await context.request.post('/api/v1/session', { data: { username, password: demonstrationPassword } });
  return context.newPage();
}

const base = () => `/work/assessments/${round.slug}`;

async function expectSound(page: Page): Promise<void> {
  const findings = await accessibilityFindings(page);
  await page.setViewportSize(phone);
  findings.push(...(await accessibilityFindings(page)), ...(await overflowFindings(page)));
  await page.setViewportSize(desktop);
  expect(findings).toEqual([]);
}

test('at feedback the unit reads its problems, is asked to put one right, and answers', async ({
  browser,
}) => {
  const evaluator = await browse(browser, 'demo-evaluator1');
  await open(evaluator, `${base()}/feedback/${round.unit.code}`);
  const asked = evaluator.locator('#A1-3');
  await asked.getByText('提出整改要求').click();
  await asked.getByRole('textbox', { name: '整改要求' }).fill('年底前公布目录');
  await asked.getByLabel('整改期限').fill('2031-12-31');
  await asked.getByRole('button', { name: '发给单位' }).click();
  await expect(asked.getByText('期限 2031-12-31')).toBeVisible();
  await expectSound(evaluator);

  const liaison = await browse(browser, 'demo-liaison1');
  await open(liaison, base() + '/feedback');
  await expect(liaison.getByRole('heading', { level: 1 })).toHaveText(round.unit.name.zh);
  await expect(liaison.getByText('1 项扣分，合计扣 2.00 分')).toBeVisible();
  const item = liaison.locator('#A1-3');
  await expect(item).toContainText('未公布标准目录');
  await expect(item.getByText('对此项提出申诉')).toHaveCount(0);
  await item.getByText('整改答复').last().click();
  await item.getByRole('textbox', { name: '整改情况' }).fill('目录已公布');
  await item.getByRole('button', { name: '提交答复' }).click();
  await expect(item.getByText(/目录已公布/).first()).toBeVisible();
  await expectSound(liaison);
});

test('the unit appeals with proof; what a ruling does is seen before, and so it is after', async ({
  browser,
}) => {
  await round.enter('appeal');
  const liaison = await browse(browser, 'demo-liaison1');
  await open(liaison, `${base()}/feedback/${round.unit.code}`);
  const item = liaison.locator('#A1-3');
  await item.getByText('对此项提出申诉').click();
  await item.getByRole('textbox', { name: '申诉理由' }).fill('目录于去年公布，评估时未找到。');
  await item.getByRole('button', { name: '提交申诉' }).click();
  await expect(item.getByText('待裁定')).toBeVisible();
  await item
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: '公布截图.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4'),
    });
  await expect(item.getByRole('link', { name: '公布截图' })).toBeVisible();
  await expectSound(liaison);

  const reviewer = await browse(browser, 'demo-reviewer');
  await open(reviewer, `${base()}/feedback/appeals`);
  await expectSound(reviewer);
  await reviewer.getByRole('link', { name: round.unit.name.zh }).click();
  await expect(reviewer.getByRole('link', { name: '公布截图' })).toBeVisible();
  await reviewer.getByRole('radio', { name: /^采纳/ }).check();
  await reviewer.getByRole('button', { name: /2020年12月31日前公布且标注更新日期/ }).click();
  const impact = reviewer.getByText('裁定的影响').locator('..');
  await expect(impact.getByRole('row', { name: /综合得分/ })).toContainText('98.00');
  await expect(impact.getByRole('row', { name: /综合得分/ })).toContainText('100.00');
  await expect(impact.getByRole('row', { name: /名次/ })).toHaveText(/名次\s*3\s*1/);
  await reviewer.getByRole('textbox', { name: '裁定理由' }).fill('经复核属实。');
  await expectSound(reviewer);
  await reviewer.getByRole('button', { name: '作出裁定' }).click();
  await reviewer.getByRole('alertdialog').getByRole('button', { name: '作出裁定' }).click();
  await expect(reviewer.getByText('经复核属实。')).toBeVisible();
  await expectSound(reviewer);

  await open(liaison, `${base()}/feedback/${round.unit.code}`);
  await expect(item.getByText('采纳', { exact: true })).toBeVisible();
  await expect(item).toContainText('经复核属实。');
  await expect(item).not.toContainText('综合得分');
  await expect(item).not.toContainText('未公布标准目录');
});

test('the evaluator who gave the score finds no way to rule', async ({ browser }) => {
  const evaluator = await browse(browser, 'demo-evaluator1');
  const response = await open(evaluator, `${base()}/feedback/appeals`);
  expect(response?.status()).toBe(403);
});

test('all notices are downloaded with their number, and read back', async ({ browser }) => {
  const organiser = await browse(browser, 'demo-organiser');
  await open(organiser, `${base()}/feedback`);
  await expectSound(organiser);
  const download = organiser.waitForEvent('download');
  await organiser.getByRole('link', { name: '全部下载 Word' }).click();
  await expect(organiser.getByText('已下载 3 份通知单。')).toBeVisible();
  const path = await (await download).path();
  const files = unzipFiles(new Uint8Array(await readFile(path)));
  expect(files.size).toBe(3);
  const own = [...files].find(([name]) => name.includes(round.unit.code))?.[1] ?? new Uint8Array();
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(own) });
  expect(value).toContain('年底前公布目录');
  expect(value).toContain('采纳');
  await open(organiser, `${base()}/results`);
  await expect(organiser.getByRole('link', { name: '全部下载 PDF' })).toBeVisible();
});

test('everything has its English', async ({ browser }) => {
  const organiser = await browse(browser, 'demo-organiser', 'en');
  for (const path of ['/feedback', `/feedback/${round.unit.code}`, '/feedback/appeals']) {
    await open(organiser, base() + path);
    await expectSound(organiser);
  }
  await expect(organiser.getByText('Upheld', { exact: true })).toBeVisible();
});
