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

const item = (page: Page, code: string) => page.locator(`[data-node="${code}"]`);
const codes = (page: Page) =>
  page
    .getByRole('treeitem')
    .evaluateAll((items) => items.map((each) => each.getAttribute('data-node') ?? ''));
const saved = (page: Page) => expect(page.getByText(/已保存/)).toBeVisible();

async function newDraft(page: Page): Promise<void> {
  await open(page, `${product.url}/work/indicator-systems`);
  await page
    .getByRole('button', { name: /新建草稿/ })
    .last()
    .click();
  await expect(page.getByRole('tree')).toBeVisible();
  await page.waitForLoadState('networkidle');
}

test('a draft is edited by keyboard, compared, simulated and published', async ({ browser }) => {
  const page = await organiserAt(browser);
  await newDraft(page);
  const before = await codes(page);

  // Arrows choose, Alt and arrows move, Ctrl+Z takes back.
  await item(page, 'A').focus();
  await page.keyboard.press('ArrowDown');
  await expect(item(page, 'A1')).toBeFocused();
  await page.keyboard.press('Alt+ArrowDown');
  await saved(page);
  expect((await codes(page)).indexOf('A2')).toBeLessThan((await codes(page)).indexOf('A1'));
  await expect(item(page, 'A1')).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect.poll(() => codes(page)).toEqual(before);

  // Enter goes to the fields; leaving one saves it.
  await item(page, 'A1-1').click();
  await item(page, 'A1-1').press('Enter');
  await expect(page.getByLabel('代码').first()).toBeFocused();
  await page.getByLabel('名称', { exact: true }).first().fill('改了名的指标');
  await page.getByLabel('县市区分值').fill('6');
  await page.keyboard.press('Tab');
  await expect(item(page, 'A1-1')).toContainText('改了名的指标');
  await expect(page.getByText(/县市区的分值合计为 10\d/)).toBeVisible();

  // Something new is not right at first, and says where.
  await page.getByRole('button', { name: '添加同级' }).click();
  await expect(item(page, 'A1-5')).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('button', { name: '发布', exact: true })).toBeDisabled();
  await item(page, 'A1-5').focus();
  await page.keyboard.press('Delete');
  await expect(item(page, 'A1-5')).toHaveCount(0);
  await expect(page.getByRole('button', { name: '发布', exact: true })).toBeEnabled();

  // Drag A1-4 before A1-1.
  await item(page, 'A1-4').dragTo(item(page, 'A1-1'), { targetPosition: { x: 60, y: 2 } });
  await expect.poll(async () => (await codes(page)).slice(0, 4)).toEqual(['A', 'A1', 'A1-4', 'A1-1']);

  const address = page.url();
  await page.getByRole('link', { name: '比较' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '版本比较' })).toBeVisible();
  await expect(page.getByRole('cell', { name: '改了名的指标' })).toBeVisible();
  await expect(page.getByText('在“A1”下调整了顺序')).toBeVisible();
  await page.goto(`${address}/simulation?all=1`);
  await expect(page.getByText(/按得分占满分的比例折算/)).toBeVisible();
  await expect(page.getByRole('table').first().getByRole('row')).toHaveCount(11);

  await open(page, address);
  await page.getByRole('button', { name: '发布', exact: true }).click();
  await page.getByLabel('理由').fill('2022 年度启用');
  await page.getByRole('alertdialog').getByRole('button', { name: '发布' }).click();
  await expect(page.getByText(/不再更改/)).toBeVisible();
  await expect(page.getByLabel('名称', { exact: true }).first()).toBeDisabled();
  await page.context().close();
});

test('two who edit the same draft notice each other and lose nothing', async ({ browser }) => {
  const first = await organiserAt(browser);
  await newDraft(first);
  const second = await organiserAt(browser);
  await open(second, first.url());
  await item(first, 'B').focus();
  await first.keyboard.press('Alt+ArrowUp');
  await saved(first);
  await item(second, 'A1-2').click();
  const name = second.getByLabel('名称', { exact: true }).first();
  await name.fill('第二个人改的名');
  await second.keyboard.press('Tab');
  await expect(second.getByText(/已保存了更新的内容/)).toBeVisible();
  await expect(name).toHaveValue('第二个人改的名');
  await second.getByRole('button', { name: '载入最新内容' }).click();
  await expect.poll(async () => (await codes(second))[0]).toBe('B');
  await expect(name).toHaveValue('第二个人改的名');
  await name.press('End');
  await name.pressSequentially('称');
  await second.keyboard.press('Tab');
  await expect(item(second, 'A1-2')).toContainText('第二个人改的名称');
  await first.context().close();
  await second.context().close();
});

test('a workbook goes out and comes in; a spoiled one is told cell by cell', async ({ browser }) => {
  const page = await organiserAt(browser);
  await open(page, `${product.url}/work/indicator-systems`);
  const coming = page.waitForEvent('download');
  await page
    .getByRole('link', { name: /下载 Excel/ })
    .first()
    .click();
  const path = await (await coming).path();
  await page.getByLabel('文件').setInputFiles({
    name: '指标体系.xlsx',
    mimeType: 'application/octet-stream',
    buffer: await readFile(path),
  });
  await page.getByRole('button', { name: '导入为草稿' }).click();
  await expect(page.getByText(/完全相同/)).toBeVisible();
  const shape = { name: 'system', label: '体系', columns: [{ name: 'code', label: '代码' }] };
  const spoiled = await xlsxWorkbook([{ shape, rows: [['x']] }]);
  await page.getByLabel('文件').setInputFiles({
    name: '坏.xlsx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(spoiled),
  });
  await page.getByRole('button', { name: '导入为草稿' }).click();
  await expect(page.getByText(/没有导入任何内容/)).toBeVisible();
  await expect(page.getByRole('table', { name: '文件中的问题' }).getByRole('row').nth(1)).toContainText(
    '体系',
  );
  await page.context().close();
});

test('the pages are accessible and fit a desk and a phone', async ({ browser }) => {
  const page = await organiserAt(browser);
  await newDraft(page);
  const address = page.url();
  // Something to show: a leaf that is not right yet, one left out, one changed.
  await item(page, 'A1-3').click();
  await page.getByLabel('县市区分值').fill('2.5');
  await page.keyboard.press('Tab');
  await saved(page);
  await page.getByRole('button', { name: '添加同级' }).click();
  await expect(item(page, 'A1-5')).toHaveAttribute('aria-selected', 'true');
  await item(page, 'B1-1').focus();
  await page.keyboard.press('Delete');
  await expect(item(page, 'B1-1')).toHaveCount(0);
  for (const size of [desktop, phone]) {
    await page.setViewportSize(size);
    const paths = [
      `${product.url}/work/indicator-systems`,
      `${address}?node=A1-3`,
      `${address}/differences`,
      `${address}/simulation?all=1`,
    ];
    for (const [index, path] of paths.entries()) {
      await open(page, path);
      if (process.env['SHOTS']) {
        await page.screenshot({
          path: `${process.env['SHOTS']}/${size.width}-${index}.png`,
          fullPage: size === phone,
        });
      }
      expect.soft(await accessibilityFindings(page), `${path} at ${size.width}`).toEqual([]);
      expect.soft(await overflowFindings(page), `${path} at ${size.width}`).toEqual([]);
    }
  }
  await page.context().close();
});
