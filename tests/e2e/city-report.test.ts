import { expect, test, type Page } from '@playwright/test';
import { startProduct, type RunningProduct } from '../support/server.ts';
import { signedIn } from './support/client.ts';
import { contextFor } from './support/context-for.ts';
import { desktop } from './support/inspect.ts';
import { open } from './support/open.ts';
import { walk } from './support/walk.ts';

let product: RunningProduct;
let page: Page;
const path = '/work/assessments/2020/report/city';
const section = (name: string) => page.getByRole('textbox', { name, exact: true });
const chips = (name: string) => section(name).locator('[data-figure]');
const general = '一、总体情况';
const requests = '三、收到和处理政府信息公开申请情况';
const newRequests = '一、本年新收政府信息公开申请数量';

test.setTimeout(240_000);
test.beforeAll(async ({ browser }) => {
  product = await startProduct();
  const context = await contextFor(browser, product.url, { username: 'demo-organiser', viewport: desktop });
  page = await context.newPage();
});
test.afterAll(() => product.remove());

const isSaved = () => expect(page.getByRole('status').filter({ hasText: /已保存/ })).toBeVisible();

/** A unit loses half of an indicator, and the results of 2020 are published again. */
async function correctResults(): Promise<void> {
  const organiser = await signedIn(product.url, 'demo-organiser');
  const evaluator = await signedIn(product.url, 'demo-evaluator1');
  const round = '/assessments/2020';
  const move = (to: string) =>
    organiser.ask({
      method: 'POST',
      path: `${round}/phase`,
      body: { to, reason: '复核', acceptUnscored: true },
    });
  await move('scoring');
  const { sheets } = await evaluator.read<{ sheets: { unit: { code: string } }[] }>(`${round}/score-sheets`);
  const cell = `${round}/score-sheets/${sheets[0]?.unit.code ?? ''}`;
  const { scores } = await evaluator.read<{ scores: { indicator: string; revision: number }[] }>(cell);
  const { revision } = scores.find(({ indicator }) => indicator === 'A1-1') ?? { revision: 0 };
  const input = { method: 'ratio', numerator: 0, denominator: 10, deductions: [] };
  const body = { expectedRevision: revision, state: 'scored', input, reason: '复核发现没有公开' };
  await evaluator.ask({ method: 'PUT', path: `${cell}/scores/A1-1`, body });
  await move('final');
  const reason = { reason: '复核后更正一项得分' };
  await organiser.ask({ method: 'POST', path: `${round}/publications`, body: reason });
}

test('a report is written: passage, figures, tables by keyboard and from the clipboard', async () => {
  await open(page, path);
  await page.getByLabel('发布报告的政府').fill('某某市人民政府');
  await section(general).click();
  await page.keyboard.type('2020年，本市依法公开政府信息。');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '插入监督保障段落' }).click();
  await expect(section(general)).toContainText('（五）监督保障');
  await expect(chips(general).first()).toHaveText('10');
  const count = await chips(general).count();
  expect(count).toBeGreaterThan(20);

  await page.keyboard.press('Enter');
  await page.locator('#section-1').getByRole('button', { name: '插入数据' }).click();
  await page.getByRole('dialog').getByLabel('查找').fill('县市区：综合得分平均');
  await page.getByRole('dialog').getByRole('button', { name: '县市区：综合得分平均' }).click();
  await expect(chips(general)).toHaveCount(count + 1);
  await isSaved();

  const zeros = page.getByRole('button', { name: /个空格填 0/ });
  await expect(zeros).toHaveCount(3);
  for (const left of [2, 1, 0]) {
    await zeros.first().click();
    await expect(zeros).toHaveCount(left);
  }
  await page.getByLabel(`${newRequests} · 自然人`).focus();
  // As it comes from a spreadsheet: two rows of seven.
  await page.evaluate(`
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', '4\\t2\\t0\\t0\\t0\\t0\\t6\\n1\\t0\\t0\\t0\\t0\\t0\\t1\\n');
    const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement.dispatchEvent(paste);
  `);
  await expect(page.getByLabel('二、上年结转政府信息公开申请数量 · 自然人')).toHaveValue('1');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('3');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('2');
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.type('5');
  await expect(page.getByLabel('（一）予以公开 · 总计')).toHaveValue('5');
  await expect(page.locator('#section-3')).toContainText('（七）总计却为 0');
  await page.getByLabel('（七）总计 · 自然人').focus();
  await page.keyboard.type('3');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('2');
  await page.getByLabel('（七）总计 · 总计').fill('5');
  await page.getByLabel('四、结转下年度继续办理 · 自然人').fill('2');
  await page.getByLabel('四、结转下年度继续办理 · 总计').fill('2');

  await page.locator('#section-3').getByRole('button', { name: '填入常用写法' }).click();
  await expect(chips(requests).first()).toHaveText('6');

  // Departments have filed theirs: they are added to what the government received itself, and the text follows.
  await page
    .locator('#section-3')
    .getByRole('button', { name: /^各部门报告汇总/ })
    .click();
  const sums = page.getByRole('dialog');
  const received = await sums.getByLabel(`${newRequests} · 总计`).inputValue();
  await sums.getByRole('button', { name: '加到表中现有数字上' }).click();
  await expect(chips(requests).first()).toHaveText(String(Number(received) + 6));
  await expect(page.getByText(/由 \d+ 个部门的报告汇总填入/)).toBeVisible();
  // One of the demonstration's reports contradicts itself: the sums are not kept.
  await page.locator('#content').getByRole('button', { name: '撤销', exact: true }).click();
  await expect(chips(requests).first()).toHaveText('6');

  await section('五、存在的主要问题及改进情况').click();
  await page.keyboard.type('政策解读形式还不够丰富，将加强培训。');
  await section('六、其他需要报告的事项').click();
  await page.keyboard.type('无其他需要报告的事项。');
  await expect(page.getByText(/检查通过后公布/)).toBeVisible();
  await isSaved();
});

test('what was typed is there again, is taken back step by step, and follows the tables', async () => {
  await open(page, path);
  await expect(section(general)).toContainText('2020年，本市依法公开政府信息。');
  const before = await chips(requests).first().innerText();
  await page.getByLabel(`${newRequests} · 总计`).fill('7');
  await expect(chips(requests).first()).toHaveText('7');
  await page.locator('#content').getByRole('button', { name: '撤销', exact: true }).click();
  await expect(chips(requests).first()).toHaveText(before);
  await isSaved();
});

test('a second person sees what the first has changed, and what both changed is chosen', async ({
  browser,
}) => {
  const context = await contextFor(browser, product.url, { username: 'demo-organiser', viewport: desktop });
  const second = await context.newPage();
  await open(second, path);
  await page.getByLabel('发布报告的政府').fill('甲市人民政府');
  await isSaved();
  const six = second.getByRole('textbox', { name: '六、其他需要报告的事项', exact: true });
  await six.click();
  await second.keyboard.press('End');
  await second.keyboard.type('本年度未收取信息处理费。');
  await expect(second.getByText(/同时修改了：发布报告的政府/)).toBeVisible();
  await expect(second.getByLabel('发布报告的政府')).toHaveValue('甲市人民政府');
  await expect(second.getByRole('status').filter({ hasText: /已保存/ })).toBeVisible();

  await page.getByLabel('发布报告的政府').fill('某某市人民政府');
  await expect(page.getByText('已与您的修改合并')).toBeVisible();
  await expect(section('六、其他需要报告的事项')).toContainText('本年度未收取信息处理费。');
  await isSaved();
  await second.getByLabel('发布报告的政府').fill('乙市人民政府');
  await second.getByRole('button', { name: '用对方的' }).click();
  await expect(second.getByLabel('发布报告的政府')).toHaveValue('某某市人民政府');
  await context.close();
});

test('results that are corrected make figures stale; they are renewed before the report is published', async () => {
  await correctResults();
  await open(page, path);
  await expect(page.getByText(/处数据与当前公布的结果不一致，更新后才能公布/)).toBeVisible();
  await page.getByRole('button', { name: '公布', exact: true }).click();
  await page.getByRole('button', { name: '公布第 1 版' }).click();
  await expect(page.getByText(/文中为 .*，当前公布的结果为/).first()).toBeVisible();
  await page.locator('#section-1').getByRole('button', { name: '更新', exact: true }).first().click();
  await page.getByRole('button', { name: /^全部更新/ }).click();
  await expect(page.getByText(/检查通过后公布/)).toBeVisible();

  await page.getByRole('button', { name: '预览' }).click();
  const preview = page.getByRole('dialog');
  await expect(preview.getByText('草稿，尚未公布')).toBeVisible();
  await expect(preview.getByRole('table').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '公布', exact: true }).click();
  await page.getByRole('button', { name: '公布第 1 版' }).click();
  await expect(page.getByText('第 1 版已公布')).toBeVisible();
});

test('the published report reads as it was written, in every format, and says when it is corrected', async () => {
  await open(page, '/p/2020/annual-report/1');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    '某某市人民政府2020年政府信息公开工作年度报告',
  );
  await expect(page.locator('figure svg[role=img]')).toHaveCount(1);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Word' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^2020-annual-report-v1.*\.docx$/);

  await open(page, path);
  await section('五、存在的主要问题及改进情况').click();
  await page.keyboard.press('End');
  await page.keyboard.type('并完善考核。');
  await isSaved();
  await page.getByRole('button', { name: '公布', exact: true }).click();
  await page.getByRole('button', { name: '公布第 2 版' }).click();
  await expect(page.getByText('请写明更正了什么')).toBeVisible();
  await page.getByLabel('更正原因').fill('补充改进措施');
  await page.getByRole('button', { name: '公布第 2 版' }).click();
  await expect(page.getByText('第 2 版已公布')).toBeVisible();
  await open(page, '/p/2020/annual-report/1');
  await expect(page.getByText('补充改进措施').first()).toBeVisible();
  await expect(page.locator('article')).not.toContainText('并完善考核');
});

test('the pages are sound on a desk and on a phone', async () => {
  const { findings } = await walk(page, {
    url: product.url,
    paths: [path, '/p/2020/annual-report/1', '/p/2020/annual-report/latest'],
    accessibility: ['desk', 'phone', 'dark'],
  });
  expect(findings).toEqual([]);
});
