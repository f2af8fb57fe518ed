import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { client, type Client } from '../support/client.ts';
import { desktop } from '../support/inspect.ts';
import { open } from '../support/open.ts';

const password = '公开透明四个字不难记';

/** Somebody at a browser of their own. */
export interface Actor {
  readonly context: BrowserContext;
  readonly page: Page;
}

/** A browser in which nobody has signed in. */
export async function newcomer(browser: Browser): Promise<Actor> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: desktop, acceptDownloads: true });
  return { context, page: await context.newPage() };
}

/** The same session without the browser. */
export async function sessionOf({ context }: Actor, url: string): Promise<Client> {
  const cookies = await context.cookies(url);
  return client(url, cookies.map(({ name, value }) => `${name}=${value}`).join('; '));
}

/** Follows the one-time link that the product printed, and becomes its first administrator. */
export async function becomeAdministrator({ page }: Actor, printed: string): Promise<void> {
  const link = /http:\S+\/setup\/\S+/.exec(printed)?.[0];
  await open(page, link ?? `no link in: ${printed}`);
  await page.getByLabel('用户名').fill('organiser');
  await page.getByLabel('姓名').fill('组织员 刘敏华');
  await setPassword(page);
}

/** Adds somebody on the people page and hands over the one-time link. */
export async function addPerson(
  { page }: Actor,
  origin: string,
  person: { username: string; displayName: string; role: string },
): Promise<string> {
  await open(page, `${origin}/work/people`);
  await page.getByRole('main').getByRole('link', { name: '添加人员' }).click();
  await page.getByLabel('用户名').fill(person.username);
  await page.getByLabel('姓名').fill(person.displayName);
  const grant = page.getByRole('group', { name: '第 1 项角色' });
  await grant.getByLabel('角色').selectOption(person.role);
  await grant.getByLabel('范围').selectOption({ index: 1 });
  await page.getByRole('button', { name: '建立账号' }).click();
  const link = page.getByLabel('一次性链接', { exact: true });
  await expect(link).toContainText('/setup/');
  return (await link.innerText()).trim();
}

/** Opens a one-time link and sets the password, as somebody who got it from the organiser. */
export async function acceptLink(browser: Browser, link: string): Promise<Actor> {
  const actor = await newcomer(browser);
  await open(actor.page, link);
  await setPassword(actor.page);
  return actor;
}

async function setPassword(page: Page): Promise<void> {
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByLabel('再次输入密码').fill(password);
  await page.getByRole('button', { name: '设置并登录' }).click();
  await expect(page).toHaveURL(/\/work$/);
}
