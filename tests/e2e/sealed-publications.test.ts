import { expect, test, type Page } from '@playwright/test';
import { startProduct, type RunningProduct } from '../support/server.ts';
import { signedIn, type Client } from './support/client.ts';
import { contextFor } from './support/context-for.ts';
import { desktop } from './support/inspect.ts';
import { open } from './support/open.ts';
import { walk } from './support/walk.ts';

let product: RunningProduct;
let page: Page;
let organiser: Client;
/** The page of the first version as it was before the correction. */
let before: string;

const reason = '一项指标评分有误，复核后更正';
const leaf = 'A1-3';

test.setTimeout(240_000);
test.beforeAll(async ({ browser }) => {
  product = await startProduct();
  const context = await contextFor(browser, product.url, { viewport: desktop });
  page = await context.newPage();
  organiser = await signedIn(product.url, 'demo-organiser');
  await plainPage('/p/2020/1');
  before = await plainPage('/p/2020/1');
  await correct();
});
test.afterAll(() => product.remove());

/** The page without scripts, as it is given out to anybody. */
async function plainPage(path: string, headers: Record<string, string> = {}): Promise<string> {
  const response = await fetch(product.url + path, { headers: { 'accept-language': 'zh-CN', ...headers } });
  expect(response.status).toBe(200);
  return response.text();
}

/** Takes the marks of one leaf from one unit, and publishes that. */
async function correct(): Promise<void> {
  const phase = '/assessments/2020/phase';
  const move = (to: string) =>
    organiser.ask({ method: 'POST', path: phase, body: { to, reason, acceptUnscored: true } });
  await move('scoring');
  const sheet = await organiser.read<{ scores: { indicator: string; revision: number }[] }>(
    '/assessments/2020/score-sheets/C01',
  );
  const expectedRevision = sheet.scores.find(({ indicator }) => indicator === leaf)?.revision;
  const body = {
    expectedRevision,
    state: 'scored',
    input: { method: 'graded', level: 'none' },
    reason: '复核发现未按要求公开',
  };
  const evaluator = await signedIn(product.url, 'demo-evaluator1');
  await evaluator.ask({ method: 'PUT', path: `/assessments/2020/score-sheets/C01/scores/${leaf}`, body });
  await move('final');
  await organiser.ask({ method: 'POST', path: '/assessments/2020/publications', body: { reason } });
}

test('the page of the first version says that there is a second, and is otherwise what it was', async () => {
  const after = await plainPage('/p/2020/1');
  expect(after).toContain('已由第 2 版更正');
  expect(after).toContain(reason);
  // What the page carries for its scripts names the newest version; what people see is cut out here.
  const seen = (html: string) =>
    html
      .replace(/<script>[\s\S]*?<\/script>/g, '')
      .replace(/<div class="mt-4" data-superseded[\s\S]*?<\/div><\/div>/, '')
      .replaceAll(/<!--[^>]*-->/g, '');
  await page.setContent(seen(before));
  const textBefore = await page.locator('body').innerText();
  await page.setContent(after);
  await page.locator('[data-superseded]').evaluate((notice) => notice.remove());
  expect(await page.locator('body').innerText()).toBe(textBefore);
});

test('a published page is the same for everybody, and is not given out to who is signed in', async ({
  browser,
}) => {
  const path = '/p/2020/2';
  const ask = (headers: Record<string, string> = {}) =>
    fetch(product.url + path, { headers: { 'accept-language': 'zh-CN', ...headers } });
  await (await ask()).text();
  const kept = await ask();
  expect(kept.headers.get('cache-control')).toBe('public, no-cache');
  expect(kept.headers.get('content-security-policy')).not.toContain('nonce');
  const tag = kept.headers.get('etag') ?? '';
  expect((await ask({ 'if-none-match': tag })).status).toBe(304);
  expect(await plainPage(path, { 'accept-language': 'en' })).toContain('Version 2');
  expect(await plainPage(path, { cookie: 'theme=dark' })).toContain('data-theme="dark"');

  const own = await contextFor(browser, product.url, { username: 'demo-organiser', viewport: desktop });
  const signed = await own.newPage();
  const response = await signed.goto(path);
  expect(response?.headers()['cache-control']).toBe('private, no-store');
  await expect(signed.getByRole('link', { name: '工作人员登录' })).toHaveCount(0);
  await own.close();
  await open(page, path);
  await expect(page.getByRole('link', { name: '工作人员登录' })).toBeVisible();
});

test('anybody verifies a version in the browser, without the network once it is downloaded', async () => {
  for (const version of [1, 2]) {
    await open(page, `/p/2020/${version}`);
    await page.route('**/publication.zip', async (route) => {
      const response = await route.fetch();
      await page.context().setOffline(true);
      await route.fulfill({ response });
    });
    await page.getByRole('button', { name: '在本机核验' }).click();
    await expect(page.getByText(/核验通过|核验未通过|未能完成/)).toHaveText(/核验通过，全部一致/, {
      timeout: 60_000,
    });
    await expect(page.getByText(/核对了 \d+ 个文件的校验码；37 个单位/)).toBeVisible();
    await page.context().setOffline(false);
    await page.unroute('**/publication.zip');
  }
});

test('a package that was tampered with does not pass in the browser', async () => {
  await page.route('**/publication.zip', async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    const at = body.indexOf('scores.csv');
    // One byte of the packed content of one file.
    body.writeUInt8((body.readUInt8(at + 200) + 1) % 256, at + 200);
    await route.fulfill({ response, body });
  });
  await open(page, '/p/2020/2');
  await page.getByRole('button', { name: '在本机核验' }).click();
  await expect(page.getByText(/核验未通过/)).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/scores\.csv: 压缩包中的这个文件已损坏/)).toBeVisible();
  await page.unroute('**/publication.zip');
});

test('the second version says what it corrects, number by number', async () => {
  await open(page, '/p/2020/2');
  await page.getByRole('link', { name: '逐项查看与第 1 版的不同' }).click();
  await expect(page).toHaveURL(/\/p\/2020\/2\/changes$/);
  await expect(page.getByRole('heading', { name: '更正内容' })).toBeVisible();
  const row = page.getByRole('row', { name: new RegExp(leaf) });
  await expect(row).toContainText('2.00 → 0.00');
  await expect(row).toContainText('复核发现未按要求公开');
  await expect(page.getByText(/第 2 版与第 1 版相比：\d+ 个单位/)).toBeVisible();
});

test('machines find the data: JSON-LD, alternates and a feed', async () => {
  await open(page, '/p/2020/2');
  const data = await page.locator('script[type="application/ld+json"]').textContent();
  const dataset = JSON.parse(data ?? '') as {
    '@type': string;
    version: string;
    license: string;
    distribution: { name: string; contentUrl: string; sha256?: string }[];
  };
  expect(dataset).toMatchObject({ '@type': 'Dataset', version: '2' });
  expect(dataset.license).toContain('creativecommons.org');
  for (const { contentUrl } of dataset.distribution) expect((await fetch(contentUrl)).status).toBe(200);
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', `${product.url}/p/2020/2`);
  const feed = await page.locator('link[type="application/rss+xml"]').getAttribute('href');
  const text = await (await fetch(new URL(feed ?? '', product.url))).text();
  expect(text).toContain(`<link>${product.url}/p/2020/2</link>`);
});

test('a year without a version leads to its newest', async () => {
  await open(page, '/p/2020');
  await expect(page.getByText('第 2 版').first()).toBeVisible();
  await open(page, '/p');
  await expect(page).toHaveURL(new RegExp(`^${product.url}/$`));
});

test('the pages are sound on a desk and on a phone', async () => {
  const paths = ['/p/2020/1', '/p/2020/2', '/p/2020/2/changes', '/p/2020/1/units/C01'];
  const { findings } = await walk(page, {
    url: product.url,
    paths,
    accessibility: ['desk', 'phone', 'dark'],
  });
  expect(findings).toEqual([]);
});
