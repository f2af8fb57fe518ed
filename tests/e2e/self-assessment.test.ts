import { expect, test, type Browser, type Page } from '@playwright/test';
import { startProduct, type RunningProduct } from '../support/server.ts';
import { createClaimingRound, type ClaimingRound } from './support/claiming-round.ts';
import { demonstrationPassword } from './support/client.ts';
import { accessibilityFindings, desktop, overflowFindings, phone } from './support/inspect.ts';
import { open } from './support/open.ts';

let product: RunningProduct;
let round: ClaimingRound;

test.beforeAll(async () => {
  product = await startProduct();
  round = await createClaimingRound(product.url);
});
test.afterAll(() => product.remove());
test.setTimeout(240_000);
// Each goes on where the one before it ended.
test.describe.configure({ mode: 'serial' });

/** Somebody in a browser of their own. */
async function browse(browser: Browser, username: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: product.url, locale: 'zh-CN', viewport: desktop });
  await context.request.post('/api/v1/session', { data: { username, password: demonstrationPassword } });
  return context.newPage();
}

const sheet = () => `/work/assessments/${round.slug}/self-assessment/${round.unit.code}`;
const leafAt = (code: string) => `${sheet()}?leaf=${code}`;

async function expectSound(page: Page): Promise<void> {
  const findings = await accessibilityFindings(page);
  await page.setViewportSize(phone);
  findings.push(...(await accessibilityFindings(page)), ...(await overflowFindings(page)));
  await page.setViewportSize(desktop);
  expect(findings).toEqual([]);
}

test('a liaison scores its unit with proof, hands in, and the evaluator takes the proof over', async ({
  browser,
}) => {
  const liaison = await browse(browser, 'demo-liaison1');
  await open(liaison, '/work');
  await liaison.getByRole('link', { name: '填写自评' }).click();
  await expect(liaison.getByRole('heading', { level: 1 })).toContainText('自评');
  await open(liaison, sheet());
  await expectSound(liaison);

  const code = (await liaison.locator('[data-leaf][aria-current]').getAttribute('data-leaf')) ?? '';
  await liaison.getByRole('button', { name: '不适用', exact: true }).click();
  await liaison.getByRole('textbox', { name: '不适用的理由' }).fill('本单位不涉及');
  await expect(liaison.getByText(/已保存/).first()).toBeVisible();
  await liaison.getByRole('button', { name: '链接' }).click();
  await liaison.getByLabel('网址').fill('https://www.example.gov.cn/zwgk');
  await liaison.getByLabel('标题').fill('专栏首页');
  await liaison.getByRole('button', { name: '添加', exact: true }).click();
  await expect(liaison.getByRole('link', { name: '专栏首页' })).toBeVisible();

  await liaison.getByRole('button', { name: '提交自评' }).click();
  const dialog = liaison.getByRole('dialog');
  await expect(dialog).toContainText('项不完整');
  await expectSound(liaison);
  await dialog.getByRole('button', { name: '说明理由并提交' }).click();
  await expect(dialog.getByRole('alert')).toContainText('请说明理由');
  await dialog.getByRole('textbox').fill('系统升级，台账待补');
  await dialog.getByRole('button', { name: '说明理由并提交' }).click();
  await expect(liaison.getByText('提交时说明：系统升级，台账待补')).toBeVisible();

  const organiser = await browse(browser, 'demo-organiser');
  await open(organiser, `/work/assessments/${round.slug}/self-assessment`);
  await expect(organiser.getByText('1 个单位中 1 个已提交自评。')).toBeVisible();
  await expectSound(organiser);

  // Taken back and handed in again: what was entered is there.
  await liaison.getByRole('button', { name: '撤回提交' }).click();
  await expect(liaison.getByRole('button', { name: '提交自评' })).toBeVisible();
  await open(liaison, leafAt(code));
  await expect(liaison.getByRole('textbox', { name: '不适用的理由' })).toHaveValue('本单位不涉及');
});

test('two browsers on one claim: the second is told, and chooses', async ({ browser }) => {
  const one = await browse(browser, 'demo-liaison1');
  const other = await browse(browser, 'demo-liaison1');
  for (const page of [one, other]) await open(page, leafAt('A1-2'));
  await one.getByRole('textbox', { name: '说明（可选）' }).fill('先写的');
  await expect(one.getByText(/已保存/).first()).toBeVisible();
  await other.getByRole('textbox', { name: '说明（可选）' }).fill('后写的');
  await expect(other.getByText('在您修改期间保存了新的内容')).toBeVisible();
  await other.getByRole('button', { name: '用我的覆盖' }).click();
  await expect(other.getByText(/已保存/).first()).toBeVisible();
  await open(one, leafAt('A1-2'));
  await expect(one.getByRole('textbox', { name: '说明（可选）' })).toHaveValue('后写的');
});

test('the phase closes while somebody types: the text stays, and a sentence says what to do', async ({
  browser,
}) => {
  const liaison = await browse(browser, 'demo-liaison1');
  await open(liaison, leafAt('A1-2'));
  const { method, path, body } = {
    method: 'POST' as const,
    path: `/assessments/${round.slug}/self-assessments/${round.unit.code}/submission`,
    body: { reason: '先行提交' },
  };
  await liaison.context().request.fetch(`/api/v1${path}`, { method, data: body });
  await round.enter('scoring');
  await liaison.getByRole('textbox', { name: '说明（可选）' }).fill('来不及的补充');
  await expect(liaison.getByText(/没有保存：.*已保存的内容都在/)).toBeVisible();
  await expect(liaison.getByRole('textbox', { name: '说明（可选）' })).toHaveValue('来不及的补充');
});

test('an evaluator sees the claim beside the score, and takes its proof over', async ({ browser }) => {
  const evaluator = await browse(browser, 'demo-evaluator1');
  await open(evaluator, `/work/assessments/${round.slug}/scoring/units/${round.unit.code}?leaf=A1-1`);
  const panel = evaluator.getByRole('region', { name: '单位自评' });
  await expect(panel).toContainText('本单位不涉及');
  await expectSound(evaluator);
  await panel.getByRole('button', { name: '采用为佐证：专栏首页' }).click();
  await expect(panel).toContainText('已采用为佐证');
  await expect(evaluator.getByRole('link', { name: '专栏首页' })).toHaveCount(2);
});
