import { expect, test, type Browser, type Page } from '@playwright/test';
import { docxFile } from '../golden/support/report-files.ts';
import { printedReport } from '../golden/support/report-tables.ts';
import { quietReport } from '../support/filed-reports.ts';
import { startProduct, type RunningProduct } from '../support/server.ts';
import { contextFor } from './support/context-for.ts';
import { accessibilityFindings, desktop, overflowFindings, phone } from './support/inspect.ts';
import { open } from './support/open.ts';

let product: RunningProduct;
test.beforeAll(async () => {
  product = await startProduct();
});
test.afterAll(() => product.remove());
test.setTimeout(240_000);

async function browse(browser: Browser, username: string): Promise<Page> {
  const context = await contextFor(browser, product.url, { username, viewport: desktop });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  return context.newPage();
}

async function expectSound(page: Page): Promise<void> {
  const findings = await accessibilityFindings(page);
  await page.setViewportSize(phone);
  findings.push(...(await accessibilityFindings(page)), ...(await overflowFindings(page)));
  await page.setViewportSize(desktop);
  expect(findings).toEqual([]);
}

const cell = (page: Page, table: string, at: { row: number; column: number }) =>
  page
    .getByRole('region', { name: table })
    .locator(`input[data-row="${at.row}"][data-column="${at.column}"]`);
const checks = (page: Page) => page.getByRole('region', { name: '校验' });

/** What a browser has beside what Node knows of it. */
interface Clipboardly {
  readonly clipboard: { writeText(text: string): Promise<void> };
}

/** Puts a text on the clipboard and pastes it, as from a spreadsheet. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((copied) => (navigator as unknown as Clipboardly).clipboard.writeText(copied), text);
  await page.keyboard.press('ControlOrMeta+V');
}

test('a unit types its report by keyboard, pastes a block, sees what does not add up, and hands it in', async ({
  browser,
}) => {
  const page = await browse(browser, 'demo-liaison1');
  await open(page, '/work/reports?year=2021');
  await page.getByRole('link', { name: '天元区' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('天元区 2021 年度报告');

  // What last year carried on is there already, and marked.
  await expect(page.getByText('与 2020 年报告“结转下年度”一致。')).toBeVisible();
  const carried = await cell(page, '表三', { row: 1, column: 6 }).inputValue();

  // Table 2, cell by cell: right to the end of the row, then down.
  await cell(page, '表二', { row: 0, column: 0 }).focus();
  for (const key of ['0', 'ArrowRight', '0', 'ArrowRight', '0', 'ArrowRight']) await page.keyboard.press(key);
  await expect(cell(page, '表二', { row: 1, column: 0 })).toBeFocused();
  // As a Chinese input method writes it.
  await page.keyboard.insertText('３');
  await page.keyboard.press('Enter');
  await expect(cell(page, '表二', { row: 2, column: 0 })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(cell(page, '表二', { row: 1, column: 0 })).toBeFocused();

  // A row of table 3 with its label, as Excel copies it.
  await cell(page, '表三', { row: 0, column: 0 }).focus();
  await paste(page, '一、本年新收政府信息公开申请数量\t12\t3\t0\t0\t0\t0\t16\r\n');
  await expect(page.getByText('已粘贴 7 格')).toBeVisible();
  await expect(cell(page, '表三', { row: 0, column: 6 })).toHaveValue('16');
  await expect(checks(page).getByText('各类申请人之和为 15，总计却为 16')).toBeVisible();
  await expect(cell(page, '表三', { row: 0, column: 6 })).toHaveAttribute('aria-invalid', 'true');

  // A finding leads to its cell; undo takes the paste back, redo brings it again.
  await checks(page)
    .getByRole('button', { name: /各类申请人之和为 15/ })
    .click();
  await expect(cell(page, '表三', { row: 0, column: 0 })).toBeFocused();
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(cell(page, '表三', { row: 0, column: 6 })).toHaveValue('');
  await page.keyboard.press('ControlOrMeta+Shift+Z');
  await cell(page, '表三', { row: 0, column: 6 }).fill('15');
  await expect(checks(page).getByText('各类申请人之和为 15')).toHaveCount(0);
  await expectSound(page);

  // It is saved by itself, and there again after a reload.
  await expect(page.getByText(/已保存/).first()).toBeVisible();
  await open(page, '/work/reports/C04/2021');
  await expect(cell(page, '表三', { row: 0, column: 6 })).toHaveValue('15');
  await expect(cell(page, '表三', { row: 1, column: 6 })).toHaveValue(carried);

  await page.getByRole('button', { name: '提交', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('还没有填写公开地址或公开日期')).toBeVisible();
  await dialog.getByRole('button', { name: '提交', exact: true }).click();
  await expect(page.getByText('已提交第 1 版', { exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: '第 1 版' })).toBeVisible();
});

test('a file is read, looked at and only then taken over; a spoiled one is refused in a sentence', async ({
  browser,
}) => {
  const page = await browse(browser, 'demo-liaison2');
  await open(page, '/work/reports/D02/2022');
  const upload = page.locator('input[type="file"]');
  await upload.setInputFiles({
    name: '年报.docx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from('PK'),
  });
  await expect(page.getByRole('alert')).toContainText('文档无法读取');

  const content = quietReport(2022, { received: 9 });
  const report = {
    ...content,
    form: 'v2021' as const,
    year: 2022,
    unit: { name: '市司法局', kind: 'department' as const },
    title: '市司法局2022年政府信息公开工作年度报告',
  };
  const buffer = Buffer.from(docxFile(printedReport(report)));
  await upload.setInputFiles({ name: '年报.docx', mimeType: 'application/octet-stream', buffer });
  const read = page.getByRole('region', { name: /从“年报.docx”读到的内容/ });
  await expect(read).toContainText('0 处未能读取');
  await expect(read.locator('input[data-row="0"][data-column="6"]')).toHaveValue('9');
  const own = page.locator('main').getByRole('region', { name: '表三' }).last();
  await expect(own.locator('input[data-row="0"][data-column="6"]')).toHaveValue('');
  await expectSound(page);
  await page.getByRole('button', { name: '采用这些内容' }).click();
  await expect(read).toHaveCount(0);
  await expect(cell(page, '表三', { row: 0, column: 6 })).toHaveValue('9');
  await expect(page.getByText('当前内容取自 年报.docx')).toBeVisible();
});

test('one leaf for all units: proposals are taken over row by row with the keyboard, or together and back again', async ({
  browser,
}) => {
  const page = await browse(browser, 'demo-evaluator3');
  await open(page, '/work/assessments/2021/scoring/indicators/B3-1');
  await expect(page.getByText('对 8 个单位中的 6 个提出建议分')).toBeVisible();
  const row = (unit: string) => page.getByRole('row', { name: new RegExp(unit) });
  const take = (unit: string) => page.getByRole('button', { name: new RegExp(`^${unit}：`) });
  await expect(take('茶陵县')).toContainText('采用 0.60');

  // The reasons stand below the row, with the way to the report.
  await page.getByRole('button', { name: /^茶陵县的依据/ }).press('Enter');
  await expect(
    page.getByRole('listitem').filter({ hasText: '表三“自然人”列：本年新收与上年结转之和为 8' }),
  ).toBeVisible();
  await expect(page.getByRole('link', { name: '年度报告第 1 版' })).toHaveAttribute(
    'href',
    '/work/reports/C07/2020?version=1',
  );
  await expectSound(page);

  // All at once says in numbers what it does, and is taken back at once.
  await page.getByRole('button', { name: '采用未评的 2 条建议…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('满分 1 个单位，部分得分 1 个，零分 0 个');
  await expect(dialog).toContainText('其余 6 个单位');
  await dialog.getByRole('button', { name: '采用', exact: true }).click();
  await expect(page.getByText('已采用 2 条建议')).toBeVisible();
  await expect(dialog).toHaveCount(0);
  await expect(row('茶陵县').getByText('0.60', { exact: true })).toBeVisible();
  await expect(take('市民政局')).toContainText('✓ 与建议一致');
  await expect(page.getByRole('button', { name: /^茶陵县的佐证，1/ })).toBeVisible();
  await page.getByRole('button', { name: '撤销', exact: true }).last().click();
  await expect(take('茶陵县')).toContainText('采用 0.60');
  await expect(take('市民政局')).toContainText('采用 5.00');
  await expect(page.getByText(/已保存/).first()).toBeVisible();
  await open(page, '/work/assessments/2021/scoring/indicators/B3-1');
  await expect(take('茶陵县')).toContainText('采用 0.60');

  // With the keyboard: down the column, Enter takes the row over and the focus stays.
  await take('茶陵县').focus();
  for (const _step of ['市国资委', '市自然资源和规划局', '市扶贫办', '市民政局'])
    await page.keyboard.press('ArrowDown');
  await expect(take('市民政局')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(take('市民政局')).toContainText('✓ 与建议一致');
  await expect(take('市民政局')).toBeFocused();
  await expect(row('市民政局').getByText('5.00', { exact: true })).toBeVisible();
  // Overruled in place.
  await row('市民政局').getByRole('button', { name: '清除市民政局的评分' }).click();
  await row('市民政局').locator('input[inputmode="decimal"], input[type="number"]').first().fill('1');
  await expect(row('市民政局')).toContainText('与建议不同');
  await expect(page.getByText(/已保存/).first()).toBeVisible();
});

test('an evaluator takes one proposal over and overrules another', async ({ browser }) => {
  const page = await browse(browser, 'demo-evaluator3');
  const sheet = '/work/assessments/2021/scoring/units/C07';
  await open(page, `${sheet}?leaf=B3-1`);
  const proposal = page.getByRole('region', { name: '系统建议' });
  // Four hard identities are broken at 20 % of 3 each.
  await expect(proposal).toContainText('系统建议 0.60 / 3，依据 4 条');
  await proposal.getByRole('button', { name: '采用' }).click();
  await expect(proposal).toContainText('与建议一致');
  await expect(page.getByText('0.60', { exact: true }).first()).toBeVisible();
  await expect(page.getByText('茶陵县2020年度报告（第1版）')).toBeVisible();
  await expectSound(page);

  await open(page, `${sheet}?leaf=B3-2`);
  await expect(proposal).toContainText('系统建议 1.00 / 1');
  await page.getByRole('spinbutton').or(page.locator('input[inputmode="decimal"]')).first().fill('1');
  await expect(proposal).toContainText('与建议不同，差异会留存');
  await expect(page.getByText(/已保存/).first()).toBeVisible();

  // Both are as they were left.
  await open(page, `${sheet}?leaf=B3-1`);
  await expect(proposal).toContainText('与建议一致');
  await open(page, `${sheet}?leaf=B3-2`);
  await expect(proposal).toContainText('与建议不同');
});

test('the organiser sees who is late, sets a day, and reminds', async ({ browser }) => {
  const page = await browse(browser, 'demo-organiser');
  await open(page, '/work/reports?year=2020');
  await expect(page.getByRole('row', { name: /市财政局/ })).toContainText('逾期 5 日');
  await expect(page.getByRole('row', { name: /市妇联/ })).toContainText('无须编报');
  await expectSound(page);
  await page.getByLabel('市直部门').fill('2021-01-20');
  await page.getByRole('button', { name: '保存期限' }).click();
  await expect(page.getByText('期限已保存。')).toBeVisible();
  await expect(page.getByRole('columnheader', { name: '本地期限' })).toBeVisible();
  await page.getByRole('link', { name: /未提交/ }).click();
  await expect(page.getByRole('row')).toHaveCount(4);
  await page.getByRole('button', { name: '发送提醒' }).click();
  // Nobody of the demonstration speaks for these units.
  await expect(page.getByText(/没有联络员可以提醒/)).toBeVisible();
});
