import type { SurveyChannelList } from '@gongping/contracts';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { mailText, startMailServer, type MailServer } from '../support/mail-server.ts';
import { startProduct, type RunningProduct } from '../support/server.ts';
import { signedIn } from './support/client.ts';
import { contextFor } from './support/context-for.ts';
import { accessibilityFindings, desktop, overflowFindings, phone } from './support/inspect.ts';
import { open } from './support/open.ts';
import { watch } from './support/watch.ts';

const channels = '/work/assessments/2021/appraisal/channels';

let mails: MailServer;
let product: RunningProduct;
/** The organiser's, at the page of the channel. */
let page: Page;
/** Codes on slips, by holder. */
const slips = new Map<string, string>();

// Each goes on where the one before it has ended.
test.describe.configure({ mode: 'serial', timeout: 240_000 });
test.beforeAll(async ({ browser }) => {
  mails = await startMailServer();
  product = await startProduct({ env: { SMTP_URL: mails.url, MAIL_FROM: '公评 <gongping@example.cn>' } });
  const context = await contextFor(browser, product.url, { username: 'demo-organiser' });
  page = await context.newPage();
  await page.setViewportSize(desktop);
});
test.afterAll(async () => {
  await product.remove();
  await mails.close();
});

const fact = (name: string) => page.getByRole('main').locator('dl > div').filter({ hasText: name }).first();
const sheetOf = (holder: string) => page.getByRole('article').filter({ hasText: holder });

/** Mails go out every fifteen seconds. */
async function mailTo(address: string): Promise<string> {
  const found = () => mails.taken.filter(({ to }) => to === address);
  await expect.poll(() => found().length, { timeout: 45_000 }).toBe(1);
  const [mail = { source: '' }] = found();
  return /https?:\/\/\S+\?t=[\w-]+/.exec(mailText(mail))?.[0] ?? '';
}

async function counted(): Promise<number | undefined> {
  const organiser = await signedIn(product.url, 'demo-organiser');
  const list = await organiser.read<SurveyChannelList>('/assessments/2021/survey/channels');
  return list.channels.find(({ code }) => code === 'deputies')?.responses.counted;
}

async function onPhone(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({
    locale: 'zh-CN',
    viewport: phone,
    hasTouch: true,
    isMobile: true,
  });
  const own = await context.newPage();
  await own.goto(address);
  return own;
}

/** Answers one question: who answers all of them as quickly as a test is held to look closer. */
async function answer(browser: Browser, address: string): Promise<void> {
  const own = await onPhone(browser, address);
  const watched = watch(own);
  await expect(own.getByText('您受邀参加评议：人大代表')).toBeVisible();
  expect(await overflowFindings(own)).toEqual([]);
  await own.getByRole('button', { name: '天元区' }).click();
  await expect(own.getByRole('heading', { level: 1, name: /天元区/ })).toBeVisible();
  const given = Date.now();
  await own.getByRole('radiogroup').first().locator('label').first().click();
  expect(await accessibilityFindings(own)).toEqual([]);
  // An answer of the second in which the page was given out would be held as too fast.
  await expect.poll(() => Date.now() - given).toBeGreaterThan(1000);
  await own.getByRole('button', { name: '提交', exact: true }).click();
  await expect(own.getByRole('heading', { level: 1, name: '提交成功，谢谢您' })).toBeVisible();
  expect(watched.take()).toEqual([]);
  await own.context().close();
}

async function expectRefused(browser: Browser, address: string, sentence: string): Promise<void> {
  const own = await onPhone(browser, address);
  await expect(own.getByRole('heading', { level: 1, name: '现在不能填写' })).toBeVisible();
  await expect(own.getByText(sentence)).toBeVisible();
  expect(await accessibilityFindings(own)).toEqual([]);
  expect(await overflowFindings(own)).toEqual([]);
  await own.context().close();
}

test('a channel of invited people, and a list whose wrong row is told and righted', async () => {
  await open(page, `${product.url}${channels}`);
  await page.getByText('新增渠道').click();
  await page.getByRole('radio', { name: /^邀请/ }).check();
  await page.getByLabel('代码').fill('deputies');
  await page.getByLabel('中文名称').fill('人大代表');
  await page.getByLabel('英文名称').fill('Deputies');
  await page.getByLabel('填写人的身份').selectOption({ index: 1 });
  await page.getByRole('button', { name: '新增', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: '人大代表' })).toBeVisible();

  await page.getByRole('link', { name: '发放邀请码' }).click();
  await page.getByLabel('名单名称').fill('市人大代表');
  const list = (second: string) => `甲\tjia@example.cn\n乙\t${second}\n丙\n丁\n戊`;
  await page.getByLabel('或粘贴名单').fill(list('yi.example.cn'));
  await page.getByRole('button', { name: '发放邀请码' }).click();
  const problem = page.getByRole('table').getByRole('row').filter({ hasText: '不是邮箱地址' });
  await expect(problem).toContainText('2');
  await expect(problem).toContainText('邮箱');
  await expect(page.getByLabel('名单名称')).toHaveValue('市人大代表');
  await page.getByLabel('或粘贴名单').fill(list('yi@example.cn'));
  await page.getByRole('button', { name: '发放邀请码' }).click();
  await expect(page.getByText('已发放 5 个邀请码')).toBeVisible();
});

test('slips are printed of those without an address', async () => {
  await expect(page.getByRole('article')).toHaveCount(5);
  await page.getByLabel('只打印没有邮箱的 3 张').check();
  await expect(page.getByRole('article')).toHaveCount(3);
  for (const holder of ['丙', '丁', '戊']) {
    const code = /([0-9A-Z]{4}-){5}[0-9A-Z]{4}/.exec((await sheetOf(holder).textContent()) ?? '');
    slips.set(holder, code?.[0] ?? '');
  }
  expect(await accessibilityFindings(page)).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { level: 1 })).toBeHidden();
  await expect(sheetOf('丙')).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
});

test('the others are written to; what fails says why, and is sent again', async () => {
  mails.refusals.set('yi@example.cn', { code: 550, text: 'no such user' });
  await page.getByRole('link', { name: '返回渠道' }).click();
  await expect(fact('没有邮箱')).toContainText('3');
  await page.getByRole('button', { name: '发送 2 封邮件' }).click();
  await expect(page.getByText('此前给收件人的链接和纸条随即作废')).toBeVisible();
  await page.getByRole('button', { name: '发送', exact: true }).click();
  await expect(page.getByText('2 封邀请邮件已排队')).toBeVisible();

  expect(await mailTo('jia@example.cn')).toContain(`${product.url}/s/2021?t=`);
  // The page renews itself while something waits.
  await expect(fact('已发送')).toContainText('1', { timeout: 20_000 });
  const failure = page
    .getByRole('table', { name: '没有发出的邮件' })
    .getByRole('row')
    .filter({ hasText: '乙' });
  await expect(failure).toContainText('收件方不接受这个地址（550）');
  expect(await accessibilityFindings(page)).toEqual([]);

  await failure.getByRole('link', { name: '乙' }).click();
  await expect(page.getByRole('row').filter({ hasText: '乙' })).toContainText('发送失败');
  await expect(page.getByRole('row').filter({ hasText: '甲' })).toHaveCount(0);
  await page.getByRole('link', { name: '返回渠道' }).click();
  mails.refusals.clear();
  await page.getByRole('button', { name: '重发失败的 1 封' }).click();
  await expect(page.getByText('1 封邀请邮件已排队')).toBeVisible();
  await mailTo('yi@example.cn');
  await expect(fact('已发送')).toContainText('2', { timeout: 20_000 });
});

test('a link of an e-mail and a slip take an answer on a phone, each once', async ({ browser }) => {
  const link = await mailTo('jia@example.cn');
  const slip = `${product.url}/s/2021?t=${slips.get('丙')}`;
  await answer(browser, link);
  await expectRefused(browser, link, '每个邀请码只能提交一份答卷');
  await answer(browser, slip);
  await expectRefused(browser, slip, '每个邀请码只能提交一份答卷');
  await expect.poll(counted).toBe(2);
  await page.reload();
  await expect(fact('邀请码')).toContainText('已用 2 / 发出 5');
});

test('a paused channel and a full one say so to whoever comes', async ({ browser }) => {
  const slip = `${product.url}/s/2021?t=${slips.get('丁')}`;
  await page.getByRole('button', { name: '暂停' }).click();
  await expect(fact('状态')).toContainText('已暂停');
  await expectRefused(browser, slip, '组织单位暂停了这一渠道的收集');

  await page.getByRole('button', { name: '恢复' }).click();
  await expect(fact('状态')).toContainText('接收中');
  await page.getByLabel('限额').fill('3');
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('已保存，立即生效。')).toBeVisible();
  await answer(browser, slip);
  await expect.poll(counted).toBe(3);
  const last = `${product.url}/s/2021?t=${slips.get('戊')}`;
  await expectRefused(browser, last, '这一渠道计划收集的份数已满');
  await page.reload();
  await expect(fact('状态')).toContainText('已满额');
});

test('a holder who has lost a slip gets another, and the lost one is good no longer', async ({ browser }) => {
  await page.getByLabel('限额').fill('');
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('已保存，立即生效。')).toBeVisible();
  await page.getByRole('link', { name: '市人大代表' }).click();
  await page.getByRole('link', { name: /^没有邮箱/ }).click();
  await expect(page.getByRole('row').filter({ hasText: '甲' })).toHaveCount(0);
  await page.getByRole('checkbox', { name: /^选择戊/ }).check();
  await page.getByRole('button', { name: '补发所选' }).click();
  const slip = /([0-9A-Z]{4}-){5}[0-9A-Z]{4}/.exec((await sheetOf('戊').textContent()) ?? '')?.[0];
  await expectRefused(browser, `${product.url}/s/2021?t=${slips.get('戊')}`, '每个邀请码只能提交一份答卷');
  await answer(browser, `${product.url}/s/2021?t=${slip}`);
});
