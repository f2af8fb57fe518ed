import { expect, test, type Browser, type Page } from '@playwright/test';
import { startProduct, type RunningProduct } from '../support/server.ts';
import { demonstrationPassword } from './support/client.ts';
import { createDoubleRound, type DoubleRound } from './support/double-round.ts';
import { accessibilityFindings, desktop, overflowFindings, phone } from './support/inspect.ts';
import { open } from './support/open.ts';

let product: RunningProduct;
let round: DoubleRound;

test.beforeAll(async () => {
  product = await startProduct();
  round = await createDoubleRound(product.url);
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

const base = () => `/work/assessments/${round.slug}/scoring`;
const sheet = () => `${base()}/units/${round.unit.code}?leaf=A1-3`;

async function expectSound(page: Page): Promise<void> {
  const findings = await accessibilityFindings(page);
  await page.setViewportSize(phone);
  findings.push(...(await accessibilityFindings(page)), ...(await overflowFindings(page)));
  await page.setViewportSize(desktop);
  expect(findings).toEqual([]);
}

async function handIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: '提交…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '提交', exact: true }).click();
  await expect(page.getByText('已提交。')).toBeVisible();
}

/** Chooses a level of A1-3 and gives the reason. */
async function judge(page: Page, level: RegExp, reason: string): Promise<void> {
  await open(page, sheet());
  await page.getByRole('button', { name: level }).click();
  await page.getByRole('textbox', { name: '理由' }).fill(reason);
  await expect(page.getByText(/已保存/).first()).toBeVisible();
}

test('two raters in two browsers are blind until both have handed in', async ({ browser }) => {
  const first = await browse(browser, 'demo-evaluator1');
  const second = await browse(browser, 'demo-evaluator2');
  await judge(first, /2020年12月31日前公布且标注更新日期/, '甲方看到目录');

  await second.goto(sheet());
  await second.getByRole('button', { name: '提交…' }).click();
  const dialog = second.getByRole('dialog');
  await expectSound(second);
  await dialog.getByRole('button', { name: '提交', exact: true }).click();
  await dialog.getByRole('button', { name: /A1-3.*未评分/ }).click();
  await expect(dialog).toBeHidden();

  await handIn(first);
  await expect(first.getByText('两名评估员')).toHaveCount(0);
  await open(second, sheet());
  await expect(second.getByText('甲方看到目录')).toHaveCount(0);
  await second.getByRole('button', { name: /未公布/ }).click();
  await second.getByRole('textbox', { name: /理由/ }).fill('乙方没有看到目录');
  await expect(second.getByText(/已保存/).first()).toBeVisible();
  await second.getByRole('button', { name: '提交…' }).click();
  await second.getByRole('checkbox', { name: '缺少理由或佐证的项也一并提交' }).check();
  await second.getByRole('dialog').getByRole('button', { name: '提交', exact: true }).click();
  await expect(second.getByText('相差超过阈值，待复核员裁定')).toBeVisible();
  await expect(second.getByText('甲方看到目录')).toBeVisible();
  await expectSound(second);
  await open(first, sheet());
  await expect(first.getByText('乙方没有看到目录')).toBeVisible();
  await expect(first.getByRole('textbox', { name: /理由/ })).toBeDisabled();
});

test('the reviewer sees both sides and rules', async ({ browser }) => {
  const reviewer = await browse(browser, 'demo-reviewer');
  await open(reviewer, `${base()}/arbitration`);
  await expect(reviewer.getByText('1 项待裁定，0 项已裁定。')).toBeVisible();
  await expectSound(reviewer);
  await reviewer.getByRole('link', { name: round.unit.name.zh }).click();
  await expect(reviewer.getByText('甲方看到目录')).toBeVisible();
  await expect(reviewer.getByText('乙方没有看到目录')).toBeVisible();
  await expectSound(reviewer);
  const form = reviewer.getByRole('region', { name: '裁定' });
  await form.getByRole('button', { name: '作出裁定' }).click();
  await expect(form.getByText('请填写裁定理由。')).toBeVisible();
  await form.getByRole('button', { name: /2020年12月31日前公布且标注更新日期/ }).click();
  await form.getByRole('textbox', { name: '裁定理由' }).fill('目录在专栏首页，已核实。');
  await form.getByRole('button', { name: '作出裁定' }).click();
  await expect(form.getByText('已裁定。')).toBeVisible();
  await open(reviewer, `${base()}/arbitration`);
  await expect(reviewer.getByText('0 项待裁定，1 项已裁定。')).toBeVisible();
});

test('the organiser sees agreement and leniency, and gives a family back', async ({ browser }) => {
  const organiser = await browse(browser, 'demo-organiser');
  await open(organiser, `${base()}/agreement`);
  await expect(organiser.getByText(/两人均提交的 49 项中/)).toBeVisible();
  await expectSound(organiser);
  await open(organiser, `${base()}/hand-ins`);
  await expect(organiser.getByText('2/2 已提交').first()).toBeVisible();
  await expectSound(organiser);
  await organiser.getByRole('button', { name: `退回提交 ${round.unit.name.zh} A` }).click();
  const dialog = organiser.getByRole('dialog');
  await dialog.getByRole('combobox').selectOption('2');
  await dialog.getByRole('textbox', { name: '理由' }).fill('漏看材料');
  await dialog.getByRole('button', { name: '退回', exact: true }).click();
  await expect(organiser.getByText('1/2 已提交')).toBeVisible();
  await open(organiser, `/work/assessments/${round.slug}/settings/assignments`);
  await expectSound(organiser);

  const second = await browse(browser, 'demo-evaluator2', 'en');
  await open(second, sheet());
  await expect(second.getByText('甲方看到目录')).toHaveCount(0);
  await expect(second.getByRole('textbox', { name: /reason/i })).toBeEnabled();
});
