import { expect, type Page } from '@playwright/test';
import { work } from './set-up.ts';
import { open } from '../support/open.ts';

/** Leaves that are scored by hand in the browser, one at least for each method. */
export const byHand = ['A1-4', 'A1-3', 'A2-4', 'A2-1', 'A2-2', 'A4-6', 'X-1', 'V-1'];

const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Opens a unit's sheet. */
export async function openSheet(page: Page, origin: string, unit: string): Promise<void> {
  await open(page, `${origin}${work}/scoring/units/${unit}`);
  await expect(leafTree(page)).toBeVisible();
}

function leafTree(page: Page) {
  return page.getByRole('navigation', { name: '指标目录' });
}

/** Goes to a leaf in the tree. @returns the part of the page in which it is scored */
export async function goToLeaf(page: Page, code: string) {
  await leafTree(page)
    .getByRole('link', { name: new RegExp(`${code}\\b`) })
    .click();
  const leaf = page.getByRole('region', { name: new RegExp(`^${code}\\b`) });
  await expect(leaf).toBeVisible();
  return leaf;
}

/** Scores the leaves of `byHand`, each method through its own inputs, and waits until everything is stored. */
export async function scoreByHand(page: Page): Promise<void> {
  // 20 × 1 + 6 × 0.5 + 4 × 0 of 30 items, of 4 marks.
  const ratio = await goToLeaf(page, 'A1-4');
  await expect(ratio.getByRole('status')).toHaveText('未评');
  await ratio.getByLabel('有对应公开内容且在目录所列时限内').fill('20');
  await ratio.getByLabel('有内容但超时限').fill('6');
  await ratio.getByLabel('无内容').fill('4');
  await expect(ratio.getByRole('status')).toHaveText('3.07');
  await ratio.getByLabel('扣分理由').fill('6 项超出目录所列时限，4 项没有内容。');
  await addLink(page, '目录抽查记录');

  const graded = await goToLeaf(page, 'A1-3');
  await page.keyboard.press('2');
  await expect(graded.getByRole('status')).toHaveText('1.00');
  await graded.getByLabel('扣分理由').fill('2021年1月8日公布，逾期。');
  await addFile(page, '目录公布页截图.png');

  const checklist = await goToLeaf(page, 'A2-4');
  await checklist.getByRole('checkbox', { name: '统一互动交流入口可用' }).check();
  await expect(checklist.getByRole('status')).toHaveText('1.00');
  await checklist.getByLabel('扣分理由').fill('在线办事入口打不开。');
  await addLink(page, '在线办事入口');

  const deduct = await goToLeaf(page, 'A2-1');
  await deduct.getByLabel('次数：链接失效或空白栏目1处').fill('3');
  await expect(deduct.getByRole('status')).toHaveText('3.40');
  await deduct.getByLabel('说明：链接失效或空白栏目1处').fill('“法定主动公开内容”下三个栏目空白。');
  await addLink(page, '空白栏目');

  const counted = await goToLeaf(page, 'A2-2');
  await counted.getByLabel('已覆盖项（有分类栏目且有有效内容）').fill('7');
  await counted.getByLabel('适用项（条例第20条15项及第21条适用事项）').fill('9');
  await expect(counted.getByRole('status')).toHaveText('3.11');
  await counted.getByLabel('扣分理由').fill('两项没有有效内容。');
  await addLink(page, '分类栏目');

  const notApplicable = await goToLeaf(page, 'A4-6');
  await notApplicable.getByRole('button', { name: '不适用', exact: true }).click();
  await notApplicable.getByLabel('不适用的理由').fill('辖区内没有列入抽查的村（社区）。');
  await expect(notApplicable.getByRole('status')).toHaveText('不适用');

  const bonus = await goToLeaf(page, 'X-1');
  await bonus.getByRole('textbox', { name: '加分', exact: true }).fill('1.5');
  await bonus.getByLabel('加分理由').fill('“公开云课堂”经省级推介。');
  await addLink(page, '推介通报');

  const veto = await goToLeaf(page, 'V-1');
  await veto.getByRole('button', { name: '未触发' }).click();
  await expect(veto.getByRole('status')).toHaveText('未触发');
  await expectSaved(page);
}

/** Waits until the sheet says that everything is stored; on a phone it says so in another place. */
export async function expectSaved(page: Page): Promise<void> {
  await expect(page.getByText(/^已保存/).filter({ visible: true })).toBeVisible();
}

function evidenceOf(page: Page) {
  return page.getByRole('complementary', { name: '依据' });
}

async function addLink(page: Page, title: string): Promise<void> {
  const evidence = evidenceOf(page);
  await evidence.getByRole('button', { name: '链接', exact: true }).click();
  await evidence.getByLabel('网址').fill('https://www.example.gov.cn/xxgk/');
  await evidence.getByLabel('标题').fill(title);
  await evidence.getByRole('button', { name: '添加', exact: true }).click();
  await expect(evidence.getByRole('link', { name: title })).toBeVisible();
}

async function addFile(page: Page, name: string): Promise<void> {
  const evidence = evidenceOf(page);
  const chooser = page.waitForEvent('filechooser');
  await evidence.getByRole('button', { name: '文件', exact: true }).click();
  await (await chooser).setFiles({ name, mimeType: 'image/png', buffer: picture });
  await expect(evidence.getByRole('link', { name: name.replace('.png', '') })).toBeVisible();
}
