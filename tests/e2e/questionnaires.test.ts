import { questionnaireTables, questionnaireJson } from '@gongping/api';
import type { QuestionnaireDraft } from '@gongping/contracts';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { xlsxWorkbook } from '@gongping/tables';
import { readFile } from 'node:fs/promises';
import { startProduct, type RunningProduct } from '../support/server.ts';
import { demonstrationPassword } from './support/client.ts';
import { accessibilityFindings, desktop, overflowFindings, phone } from './support/inspect.ts';
import { open } from './support/open.ts';

let product: RunningProduct;

test.beforeAll(async () => {
  product = await startProduct();
});
test.afterAll(() => product.remove());
test.setTimeout(300_000);

async function organiserAt(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: desktop });
  const page = await context.newPage();
  const data = { username: 'demo-organiser', password: demonstrationPassword };
  const response = await context.request.post(`${product.url}/api/v1/session`, { data });
  expect(response.status(), await response.text()).toBe(200);
  return page;
}

/** The round whose survey takes answers. */
async function openRound(page: Page): Promise<string> {
  const response = await page.request.get(`${product.url}/api/v1/public/surveys`);
  const { surveys } = (await response.json()) as { surveys: { slug: string }[] };
  const [first] = surveys;
  if (!first) throw new Error('no survey is open');
  return first.slug;
}

const entry = (page: Page, code: string) => page.locator(`[data-entry="${code}"]`);
const entries = (page: Page) =>
  page.locator('[data-entry]').evaluateAll((all) => all.map((each) => each.getAttribute('data-entry') ?? ''));
const saved = (page: Page) => expect(page.getByText(/已保存/)).toBeVisible();

test('a questionnaire is built by keyboard and mouse, looked at, used and answered', async ({ browser }) => {
  const page = await organiserAt(browser);
  const slug = await openRound(page);
  const address = `${product.url}/work/assessments/${slug}/appraisal/questionnaire`;
  await open(page, `${product.url}/work/assessments/${slug}/appraisal`);
  await page.getByRole('link', { name: '问卷', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: '问卷' })).toBeVisible();
  await page.waitForLoadState('networkidle');
  const before = await entries(page);
  expect(before).toHaveLength(12);
  await expect(page.getByText('没有发现问题')).toBeVisible();

  // Arrows choose, Alt and arrows move, Ctrl+Z takes back.
  await entry(page, 'Q1').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(entry(page, 'Q3')).toBeFocused();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(entry(page, 'Q3')).toBeFocused();
  expect((await entries(page)).slice(2, 4)).toEqual(['Q4', 'Q3']);
  await page.keyboard.press('Control+z');
  await expect.poll(() => entries(page)).toEqual(before);

  // A section at the end, and a matrix in it that is not right at first.
  await entry(page, 'Q12').click();
  await page.getByRole('button', { name: '部分', exact: true }).click();
  await page.getByLabel('标题（中文）').fill('更多');
  await page.getByLabel('标题（英文）').fill('More');
  await page.getByRole('button', { name: '矩阵', exact: true }).click();
  await expect(entry(page, 'Q13')).toHaveAttribute('aria-selected', 'true');
  await page.getByLabel('题目（中文）').fill('下列各方面您满意吗？');
  await saved(page);
  await expect(page.getByRole('button', { name: '启用', exact: true })).toBeDisabled();
  const rows = page.getByRole('region', { name: '各行' });
  await rows.getByLabel('文字 第 1 行（中文）').fill('网站');
  await rows.getByLabel('类别 第 1 行').selectOption('A');
  await rows.getByRole('button', { name: /添加/ }).click();
  await rows.getByLabel('文字 第 2 行（中文）').fill('大厅');
  await page.getByRole('button', { name: '添加条件' }).click();
  await page.getByLabel('题目', { exact: true }).selectOption('Q2');
  await page.getByLabel('政府网站').check();
  await expect(page.getByRole('button', { name: '启用', exact: true })).toBeEnabled();

  // A problem leads to its place.
  await page.getByRole('button', { name: '数字', exact: true }).click();
  const problem = page.getByRole('region', { name: '检查' }).getByRole('button', { name: 'Q14' });
  await expect(problem).toBeVisible();
  await entry(page, 'Q1').click();
  await problem.click();
  await expect(entry(page, 'Q14')).toHaveAttribute('aria-selected', 'true');
  await page.getByLabel('题目（中文）').fill('您的年龄');
  await page.getByLabel('最大值').fill('120');
  await page.getByLabel('最大值').press('Tab');

  // Drag Q12 to the top, copy Q11 and remove the copy.
  await entry(page, 'Q12').dragTo(entry(page, 'Q1'), { targetPosition: { x: 60, y: 2 } });
  await expect.poll(async () => (await entries(page)).slice(0, 2)).toEqual(['Q12', 'Q1']);
  await entry(page, 'Q11').click();
  await page.getByRole('button', { name: '复制' }).click();
  await expect(entry(page, 'Q15')).toHaveAttribute('aria-selected', 'true');
  await entry(page, 'Q15').focus();
  await page.keyboard.press('Delete');
  await expect(entry(page, 'Q15')).toHaveCount(0);
  await saved(page);
  expect(await accessibilityFindings(page)).toEqual([]);

  // As on a phone: the matrix is asked once somebody says that they know the website.
  await page.getByRole('button', { name: '手机预览' }).click();
  const preview = page.frameLocator('iframe');
  await expect(preview.getByText('您的年龄')).toBeVisible();
  await expect(preview.getByText('下列各方面您满意吗？')).toHaveCount(0);
  await preview.getByLabel('政府网站').check();
  await expect(preview.getByText('下列各方面您满意吗？')).toBeVisible();
  const width = await preview.locator('html').evaluate((html) => [html.clientWidth, html.scrollWidth]);
  expect(width[1]).toBeLessThanOrEqual(width[0] ?? 0);
  expect(width[0]).toBeLessThanOrEqual(390);
  await page.keyboard.press('Escape');

  // Into use: the one that was answered is kept.
  await page.getByRole('button', { name: '启用', exact: true }).click();
  const dialog = page.getByRole('alertdialog').or(page.getByRole('dialog'));
  await expect(dialog.getByText(/草稿成为第 2 版/)).toBeVisible();
  await dialog.getByRole('button', { name: '启用' }).click();
  await expect(page.getByText(/第 1 版，.*被取代/)).toBeVisible();
  const answered = await page.request.post(`${product.url}/api/v1/public/surveys/${slug}/responses`, {
    data: { unit: 'C01', answers: { Q1: 'A', Q2: ['website'], 'Q13.a': 'satisfied', Q14: 40 } },
  });
  expect(answered.status(), await answered.text()).toBe(201);
  await open(page, `${product.url}/s/${slug}/C01`);
  await expect(page.getByText('您的年龄')).toBeVisible();

  // On a phone nothing sticks out, in English either.
  await page.setViewportSize(phone);
  await open(page, address);
  expect(await overflowFindings(page)).toEqual([]);
});

test('files: out and in again, of other programs, and with faults', async ({ browser }) => {
  const page = await organiserAt(browser);
  const slug = await openRound(page);
  await open(page, `${product.url}/work/assessments/${slug}/appraisal/questionnaire`);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'JSON' }).click(),
  ]);
  const text = await readFile(await download.path(), 'utf8');
  const { questionnaire } = JSON.parse(text) as { questionnaire: QuestionnaireDraft };
  const upload = async (name: string, buffer: Buffer) => {
    await page
      .getByLabel('文件', { exact: true })
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
    await page.getByRole('button', { name: '导入为草稿' }).click();
  };

  const one = { ...questionnaire, title: { zh: '另一份问卷', en: 'Another' } };
  await upload('one.json', Buffer.from(questionnaireJson(one)));
  await expect(page.getByText('已导入，全部内容都在草稿中。')).toBeVisible();
  await expect(page.getByLabel('标题（中文）')).toHaveValue('另一份问卷');

  const faulty = { ...one, minutes: 0 };
  await upload('faulty.xlsx', Buffer.from(await xlsxWorkbook(questionnaireTables(faulty))));
  await expect(page.getByRole('cell', { name: 'E（用时（分钟））' })).toBeVisible();
  await expect(page.getByLabel('用时（分钟）')).toHaveValue('3');

  const form = await readFile(new URL('../golden/fixtures/forms/or_other.xlsx', import.meta.url));
  await upload('or_other.xlsx', form);
  await expect(page.getByRole('cell', { name: /选项筛选“pastel=yes”未导入/ })).toBeVisible();
  await expect(entry(page, 'fav_color_other')).toBeVisible();

  await page.getByRole('button', { name: '放弃草稿' }).click();
  await page
    .getByRole('alertdialog')
    .or(page.getByRole('dialog'))
    .getByRole('button', { name: '放弃草稿' })
    .click();
  const questions = async () => (await entries(page)).filter((code) => code.startsWith('Q'));
  await expect.poll(questions).toEqual(questionnaire.questions.map(({ code }) => code));
});
