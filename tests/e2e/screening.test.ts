import { expect, test, type Page } from '@playwright/test';
import { startProduct, type RunningProduct } from '../support/server.ts';
import { contextFor } from './support/context-for.ts';
import { desktop, phone } from './support/inspect.ts';
import { open } from './support/open.ts';
import { walk } from './support/walk.ts';

let product: RunningProduct;
let page: Page;
const appraisal = '/work/assessments/2021/appraisal';

test.setTimeout(240_000);
test.beforeAll(async ({ browser }) => {
  product = await startProduct();
  const context = await contextFor(browser, product.url, { username: 'demo-organiser', viewport: desktop });
  // Each fills in the field that people do not see: they are held as they come.
  for (const text of ['请张三先生回电 13812345678', '很好', '很好']) {
    const answers = { Q1: 'A', Q3: 100, Q4: 100, Q5: 100, Q6: 100, Q7: 100, Q12: text };
    const answer = { unit: 'C04', answers, homepage: 'https://example.com' };
    const sent = await context.request.post('/api/v1/public/surveys/2021/responses', { data: answer });
    expect(sent.status()).toBe(201);
  }
  page = await context.newPage();
});
test.afterAll(() => product.remove());

test('held answers are refused and let count with a reason, by keyboard and both ways', async () => {
  await open(page, `${appraisal}/held?sign=honeypot`);
  await expect(page.locator('input[name=response]')).toHaveCount(3);
  await page.locator('input[name=response]').first().focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: '不计（1）' }).click();
  await expect(page.getByText('请写明理由')).toBeVisible();
  await page.getByLabel('理由').fill('程序所填');
  await page.getByRole('button', { name: '不计（1）' }).click();
  await expect(page.getByText('1 份答卷改为不计。')).toBeVisible();
  await expect(page.locator('input[name=response]')).toHaveCount(2);

  await page.getByLabel('符合条件的全部 2 份').check();
  await page.getByLabel('理由').fill('电话核实');
  await page.getByRole('button', { name: '计入（2）' }).click();
  await expect(page.getByText('2 份答卷改为计入。')).toBeVisible();
  await expect(page.getByText('没有这样的答卷')).toBeVisible();

  await expect(page).toHaveURL(`${appraisal}/held?state=held&sign=honeypot`);
  await page.getByText('最近的处理').click();
  await page.getByRole('button', { name: '撤销：计入 2 份' }).click();
  await expect(page.getByText('已撤销，2 份答卷恢复原状。')).toBeVisible();
  await expect(page.locator('input[name=response]')).toHaveCount(2);
  await page.getByLabel('符合条件的全部 2 份').check();
  await page.getByLabel('理由').fill('电话核实');
  await page.getByRole('button', { name: '计入（2）' }).click();
  await expect(page.getByText('2 份答卷改为计入。')).toBeVisible();

  await open(page, `${appraisal}/held?state=refused`);
  await page.locator('input[name=response]').first().check();
  await page.getByLabel('理由').fill('复核后计入');
  await page.getByRole('button', { name: '计入（1）' }).click();
  await expect(page.getByText('1 份答卷改为计入。')).toBeVisible();
});

test('words are public only as somebody has confirmed them', async () => {
  await open(page, `${appraisal}?view=comments&unit=C04`);
  const comment = page.getByRole('listitem').filter({ hasText: '13812345678' });
  await expect(comment.locator('mark')).toHaveText(['张三先生', '13812345678']);
  await comment.locator('summary').click();
  await expect(comment.getByLabel('公开文字')).toHaveValue('请███回电 ███');
  await comment.getByRole('button', { name: '确认可公开' }).click();
  await expect(comment.locator('summary')).toContainText('可公开');
});

test('without scripts the address stays as long however often one decides', async ({ browser }) => {
  const context = await browser.newContext({
    baseURL: product.url,
    locale: 'zh-CN',
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const plain = await context.newPage();
  await plain.goto(`${appraisal}/held?state=counted&sign=honeypot`);
  await plain.locator('input[name=response]').first().check();
  const lengths: number[] = [];
  for (const [state, button] of [
    ['counted', '不计'],
    ['refused', '计入'],
    ['counted', '不计'],
    ['refused', '计入'],
  ] as const) {
    await plain.getByRole('link', { name: state === 'counted' ? '核后计入' : '不计' }).click();
    await plain.locator('input[name=response]').first().check();
    await plain.getByLabel('理由').fill('复核');
    await plain.getByRole('button', { name: button, exact: false }).first().click();
    await expect(plain.getByText('1 份答卷改为')).toBeVisible();
    lengths.push(new URL(plain.url()).search.length);
  }
  expect(lengths[2]).toBe(lengths[0]);
  expect(lengths[3]).toBe(lengths[1]);
  await context.close();
});

test('words that were confirmed are read by everybody, unit by unit, and searched', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: product.url, locale: 'zh-CN', viewport: phone });
  const anybody = await context.newPage();
  await open(anybody, '/p/2020/latest');
  await anybody.getByRole('link', { name: /查看全部 [\d,]+ 条/ }).click();
  await expect(anybody.getByRole('heading', { level: 1 })).toHaveText('公众意见');
  await anybody.getByLabel('查找').fill('文号');
  await anybody.getByRole('button', { name: '查找' }).click();
  const texts = anybody.locator('main li p.measure');
  await expect(texts.first()).toContainText('文号');
  for (const text of await texts.allTextContents()) expect(text).toContain('文号');
  await anybody.getByLabel('单位').selectOption('C04');
  await expect(anybody).toHaveURL(/unit=C04/);
  await expect(anybody.getByRole('heading', { level: 2 })).toHaveCount(1);
  await context.close();
});

test('units are compared by score and by question, against the year before', async () => {
  const past = '/work/assessments/2020/appraisal';
  await open(page, `${past}?view=results&kind=county`);
  const scores = page.getByRole('figure', { name: '得分与 95% 置信区间' });
  await expect(scores.locator('svg')).toBeVisible();
  await page.keyboard.press('t');
  await expect(scores.getByRole('columnheader')).toHaveText([
    '单位',
    '得分',
    '95% 置信区间',
    '2019',
    '较上年',
  ]);
  await expect(scores.getByRole('row')).toHaveCount(11);
  await page.getByLabel('比较内容').selectOption('Q9');
  await expect(page).toHaveURL(/kind=county&question=Q9$/);
  const question = page.getByRole('figure', { name: /^Q9 / });
  await expect(question.locator('svg')).toBeVisible();
  await page.keyboard.press('t');
  await expect(question.getByRole('columnheader', { name: '很满意', exact: true })).toBeVisible();

  await open(page, `${past}/C04`);
  await expect(page.getByRole('figure', { name: '各题分布' }).locator('svg')).toBeVisible();
  const means = page.getByRole('table', { name: '各题均值' });
  await expect(means.getByRole('columnheader')).toContainText(['同类中位数', '2019', '较上年']);
});

test('the dashboard renews itself and does not move', async () => {
  await open(page, `${appraisal}?view=progress`);
  const renewed = page.waitForResponse((response) => response.url().includes('/appraisal/__data.json'));
  await page.mouse.move(700, 400);
  await page.mouse.wheel(0, 400);
  const scrolled = () => page.evaluate<number>('scrollY');
  await expect.poll(scrolled).toBe(400);
  await renewed;
  await page.waitForLoadState('networkidle');
  expect(await scrolled()).toBe(400);
});

test('the pages are sound on a desk and on a phone', async () => {
  const paths = [
    `${appraisal}/held?state=counted`,
    `${appraisal}?view=progress`,
    `${appraisal}?view=comments`,
    `${appraisal}?view=results`,
    `${appraisal}?view=results&question=Q4&kind=county`,
    `${appraisal}?view=settings`,
    `${appraisal}/C04`,
  ];
  // The dashboard, left for another page, may be asking for news.
  await open(page, `${appraisal}/held`);
  const { findings } = await walk(page, { url: product.url, paths, accessibility: ['desk', 'phone'] });
  expect(findings).toEqual([]);
});
