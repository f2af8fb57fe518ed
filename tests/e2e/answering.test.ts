import type { SurveyView } from '@gongping/contracts';
import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test';
import type { RunningProduct } from '../support/server.ts';
import { hallSecret, invitations, startAnsweredSurvey } from './support/answered-survey.ts';
import { signedIn } from './support/client.ts';
import { accessibilityFindings, overflowFindings, phone } from './support/inspect.ts';
import { watch } from './support/watch.ts';

const unit = '/s/2021/C04';
const send = '**/api/v1/public/surveys/2021/responses';

let product: RunningProduct;

test.beforeAll(async () => {
  product = await startAnsweredSurvey();
});
test.afterAll(() => product.remove());

function onPhone(browser: Browser, options: { locale?: string; javaScriptEnabled?: boolean } = {}) {
  return browser.newContext({ locale: 'zh-CN', viewport: phone, hasTouch: true, isMobile: true, ...options });
}

/** Answers of the survey that are stored. */
async function stored(): Promise<number> {
  const organiser = await signedIn(product.url, 'demo-organiser');
  return (await organiser.read<SurveyView>('/assessments/2021/survey')).responses;
}

async function choose(page: Page, question: string, option: string): Promise<void> {
  await page.getByRole('radiogroup', { name: question }).getByText(option, { exact: true }).click();
}

/** Everything that a person must answer who has been nowhere. */
async function fillIn(page: Page): Promise<void> {
  await choose(page, '您的身份', '群众');
  await choose(page, '总体上您是否满意', '满意');
}

async function arrived(page: Page): Promise<string> {
  await expect(page.getByRole('heading', { level: 1, name: '提交成功，谢谢您' })).toBeVisible();
  const number = await page.locator('#receipt-number').textContent();
  expect(number).toMatch(/^[3-9A-Y]{4}-[3-9A-Y]{4}-[3-9A-Y]{4}$/);
  return number ?? '';
}

const submit = (page: Page) => page.getByRole('button', { name: '提交', exact: true }).click();

test('an answer on a phone: what does not apply is hidden, what is wrong is said, then the receipt', async ({
  browser,
}) => {
  const context = await onPhone(browser);
  const page = await context.newPage();
  const watched = watch(page);
  const before = await stored();
  await page.goto(`${product.url}/s/2021`);
  await page.getByLabel('查找单位').fill('天元');
  await expect(page.getByRole('link', { name: '芦淞区' })).toBeHidden();
  expect(await accessibilityFindings(page)).toEqual([]);
  await page.getByRole('link', { name: '天元区' }).click();

  await expect(page.getByRole('textbox', { name: /几次办事大厅/ })).toBeHidden();
  await expect(page.getByText('仅在第 2 题').first()).toBeHidden();
  await page.getByText('办事大厅', { exact: true }).click();
  await expect(page.getByRole('textbox', { name: /几次办事大厅/ })).toBeVisible();
  await page.getByRole('textbox', { name: /几次办事大厅/ }).fill('1000');
  await choose(page, '信息全面', '满意');
  await expect(page.getByRole('progressbar')).toHaveJSProperty('value', 2);
  await submit(page);

  const summary = page.getByRole('alert');
  await expect(summary).toBeFocused();
  await expect(summary.getByRole('heading', { name: '还有 3 处需要改正' })).toBeVisible();
  await expect(summary.getByRole('link')).toHaveText([
    /您的身份.*请回答这道题。/,
    /几次办事大厅.*请填不大于 365 的数。/,
    /总体上您是否满意.*请回答这道题。/,
  ]);
  await expect(page.getByRole('radiogroup', { name: '您的身份' })).toHaveAccessibleDescription(
    '请回答这道题。',
  );
  expect(await accessibilityFindings(page)).toEqual([]);
  expect(await overflowFindings(page)).toEqual([]);

  await page.getByRole('textbox', { name: /几次办事大厅/ }).fill('１２');
  await fillIn(page);
  await page.getByRole('textbox', { name: /最希望改进/ }).fill('办事指南写得再具体一些。');
  const [request] = await Promise.all([page.waitForRequest(send), submit(page)]);
  const receipt = await arrived(page);
  expect(request.postDataJSON()).toMatchObject({
    unit: 'C04',
    answers: { Q1: 'A', Q2: ['hall'], Q3: '12', 'Q4.complete': 'satisfied', Q5: 'satisfied' },
    proof: expect.any(String) as unknown,
  });
  expect(await accessibilityFindings(page)).toEqual([]);
  await page.reload();
  expect(await arrived(page)).toBe(receipt);
  expect(await stored()).toBe(before + 1);
  expect(watched.take()).toEqual([]);
  await context.close();
});

test('in English, below 60 kB in all', async ({ browser }) => {
  const context = await onPhone(browser, { locale: 'en' });
  const page = await context.newPage();
  const sizes: Promise<[string, number]>[] = [];
  page.on('requestfinished', (request) => {
    const size = request.sizes().then((told) => told.responseBodySize + told.responseHeadersSize);
    sizes.push(size.then((bytes) => [new URL(request.url()).pathname, bytes]));
  });
  await page.goto(product.url + unit, { waitUntil: 'networkidle' });
  const loaded = await Promise.all(sizes);
  const scripts = loaded.filter(([path]) => path.endsWith('.js'));
  expect(scripts).toHaveLength(1);
  expect(scripts[0]?.[1]).toBeLessThan(8 * 1024);
  expect(loaded.reduce((sum, [, bytes]) => sum + bytes, 0)).toBeLessThan(60_000);

  await expect(page.getByRole('heading', { level: 1, name: 'Appraise Tianyuan District' })).toBeVisible();
  await choose(page, 'Who are you?', 'Resident');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByRole('alert').getByText('1 entry needs correcting')).toBeVisible();
  await choose(page, 'Overall', "Don't know");
  expect(await accessibilityFindings(page)).toEqual([]);
  expect(await overflowFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sent. Thank you' })).toBeVisible();
  await context.close();
});

test('without scripts everything is there, and nothing that was filled in is lost', async ({ browser }) => {
  const context = await onPhone(browser, { javaScriptEnabled: false });
  const page = await context.newPage();
  const before = await stored();
  await page.goto(product.url + unit);
  await expect(page.getByText('仅在第 2 题选了“办事大厅”时回答。')).toBeVisible();
  await expect(page.getByText('仅在第 2 题选了“政府网站”或“办事大厅”时回答。')).toBeVisible();
  expect(await overflowFindings(page)).toEqual([]);
  await choose(page, '您的身份', '企业');
  await page.getByText('政府网站', { exact: true }).click();
  // Not asked of somebody who was not there: it is not taken amiss, and not stored.
  await page.getByRole('textbox', { name: /几次办事大厅/ }).fill('many');
  await submit(page);
  const summary = page.getByRole('alert');
  await expect(summary.getByRole('link').filter({ hasText: '总体上您是否满意' })).toBeVisible();

  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Appraise Tianyuan District' })).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Business' })).toBeChecked();
  await expect(page.getByRole('checkbox', { name: 'Website' })).toBeChecked();
  await page.getByRole('textbox', { name: /How often/ }).fill('');
  await choose(page, 'Overall', 'Satisfied');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sent. Thank you' })).toBeVisible();
  expect(await stored()).toBe(before + 1);
  await context.close();
});

test('a page that is loaded anew has the answers that were there', async ({ browser }) => {
  const context = await onPhone(browser);
  const page = await context.newPage();
  await page.goto(product.url + unit);
  await choose(page, '您的身份', '企业');
  await page.getByText('办事大厅', { exact: true }).click();
  await page.getByRole('textbox', { name: /几次办事大厅/ }).fill('3');
  await page.reload();
  await expect(page.getByText('已恢复您上次在这台设备上没有提交的填写。')).toBeVisible();
  await expect(page.getByRole('radio', { name: '企业' })).toBeChecked();
  await expect(page.getByRole('textbox', { name: /几次办事大厅/ })).toHaveValue('3');
  await page.getByRole('button', { name: '清空重填' }).click();
  await expect(page.getByRole('radio', { name: '企业' })).not.toBeChecked();
  await page.reload();
  await expect(page.getByRole('radio', { name: '企业' })).not.toBeChecked();
  await context.close();
});

/** The line breaks once the answer has reached the server, before the receipt comes back. */
async function cutAfterArrival(context: BrowserContext): Promise<void> {
  await context.route(send, async (route) => {
    await route.fetch();
    await route.abort('connectionreset');
  });
}

test('a line that breaks in the middle of sending: kept, sent again after loading anew, stored once', async ({
  browser,
}) => {
  const context = await onPhone(browser);
  const page = await context.newPage();
  const before = await stored();
  await page.goto(product.url + unit);
  await fillIn(page);
  await cutAfterArrival(context);
  await submit(page);
  await expect(page.getByRole('status').filter({ hasText: '网络不通，答卷还没有送达。' })).toBeVisible();
  await expect(page.getByRole('radio', { name: '群众' })).toBeDisabled();
  await page.reload();
  await expect(page.getByRole('status').filter({ hasText: '网络不通，答卷还没有送达。' })).toBeVisible();
  await expect(page.getByRole('radio', { name: '群众' })).toBeChecked();
  await context.unroute(send);
  await page.evaluate("dispatchEvent(new Event('online'))");
  await arrived(page);
  expect(await stored()).toBe(before + 1);
  await context.close();
});

test('no line at all: the answer goes out from whatever page of the survey is opened next', async ({
  browser,
}) => {
  const context = await onPhone(browser);
  const page = await context.newPage();
  const before = await stored();
  await page.goto(product.url + unit);
  await fillIn(page);
  await context.setOffline(true);
  await submit(page);
  await expect(page.getByRole('status').filter({ hasText: '网络不通，答卷还没有送达。' })).toBeVisible();
  await page.close();
  await context.setOffline(false);
  const next = await context.newPage();
  await next.goto(`${product.url}/s/2021`);
  await expect(next.getByRole('status').filter({ hasText: '已经送达，回执编号' })).toBeVisible();
  expect(await stored()).toBe(before + 1);
  await context.close();
});

test('an invitation goes with the answer, in no address, and only once', async ({ browser }) => {
  const context = await onPhone(browser);
  const page = await context.newPage();
  const before = await stored();
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(request.url(), request.headers()['referer'] ?? ''));
  await page.goto(`${product.url}/s/2021?t=${invitations.once}`);
  await expect(page).toHaveURL(`${product.url}/s/2021`);
  await expect(page.getByText('您受邀参加评议：人大代表')).toBeVisible();
  addresses.splice(0, 2);
  await page.getByRole('button', { name: '天元区' }).click();
  await expect(page).toHaveURL(product.url + unit);
  await page.reload();
  await expect(page.getByText('您受邀参加评议：人大代表')).toBeVisible();
  await expect(page).toHaveURL(product.url + unit);
  await fillIn(page);
  expect(await accessibilityFindings(page)).toEqual([]);
  const [request] = await Promise.all([page.waitForRequest(send), submit(page)]);
  expect(request.postDataJSON()).toMatchObject({ token: invitations.once });
  await arrived(page);
  expect(addresses.filter((address) => address.includes(invitations.once))).toEqual([]);
  expect(await page.content()).not.toContain(`href="${invitations.once}`);

  await page.goto(`${product.url}${unit}?t=${invitations.once}`);
  await expect(page.getByRole('heading', { level: 1, name: '现在不能填写' })).toBeVisible();
  await expect(page.getByText('每个邀请码只能提交一份答卷')).toBeVisible();
  expect(await accessibilityFindings(page)).toEqual([]);
  expect(await stored()).toBe(before + 1);
  await context.close();
});

test('an invitation works without scripts', async ({ browser }) => {
  const context = await onPhone(browser, { javaScriptEnabled: false });
  const page = await context.newPage();
  const before = await stored();
  await page.goto(`${product.url}/s/2021?t=${invitations.lost}`);
  await page.getByLabel('查找单位').fill('天元');
  await page.getByRole('button', { name: '查找' }).click();
  await expect(page.getByRole('button', { name: '芦淞区' })).toHaveCount(0);
  await page.getByRole('button', { name: '天元区' }).click();
  await fillIn(page);
  await submit(page);
  await arrived(page);
  expect(page.url()).not.toContain(invitations.lost);
  await page.goto(`${product.url}/s/2021?t=${invitations.lost}`);
  await expect(page.getByText('每个邀请码只能提交一份答卷')).toBeVisible();
  expect(await stored()).toBe(before + 1);
  await context.close();
});

test('a staffed device goes on to the next person, and keeps nothing of the one before', async ({
  browser,
}) => {
  const context = await onPhone(browser);
  const page = await context.newPage();
  const before = await stored();
  await page.goto(`${product.url}${unit}?c=hall&k=${hallSecret}`);
  await expect(page).toHaveURL(product.url + unit);
  await fillIn(page);
  await submit(page);
  await arrived(page);
  await page.getByRole('button', { name: '下一位' }).click();
  await expect(page.getByRole('radio', { name: '群众' })).not.toBeChecked();
  await expect(page).toHaveURL(product.url + unit);

  await fillIn(page);
  await context.setOffline(true);
  await submit(page);
  await expect(page.getByRole('status').filter({ hasText: '请下一位填写' })).toBeVisible();
  await expect(page.getByRole('radio', { name: '群众' })).not.toBeChecked();
  await fillIn(page);
  await context.setOffline(false);
  await submit(page);
  await arrived(page);
  await expect.poll(stored).toBe(before + 3);
  await context.close();
});
