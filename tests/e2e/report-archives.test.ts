import { unzipFiles } from '@gongping/bundle';
import type { ReportArchive } from '@gongping/contracts';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { startProduct, type RunningProduct } from '../support/server.ts';
import { signedIn, type Client } from './support/client.ts';
import { contextFor } from './support/context-for.ts';
import { accessibilityFindings, desktop, overflowFindings, phone } from './support/inspect.ts';
import { open } from './support/open.ts';

// Two starts of a whole product, on a machine that runs another file's tests beside.
test.setTimeout(300_000);

/** The year of the demonstration that is published: ten counties and 27 departments. */
const publish = '/work/assessments/2020/publish';
const path = '/assessments/2020/publications/1/report-archives';
const reports = 38;

async function organiserPage(browser: Browser, { url }: RunningProduct): Promise<Page> {
  const page = await (await contextFor(browser, url, { username: 'demo-organiser' })).newPage();
  await page.setViewportSize(desktop);
  await open(page, `${url}${publish}`);
  return page;
}

async function made(organiser: Client, format: string): Promise<ReportArchive | undefined> {
  const { archives } = await organiser.read<{ archives: ReportArchive[] }>(path);
  return archives.find((one) => one.format === format);
}

test('all reports are made beside the requests, and go on after kill -9', async ({ browser }) => {
  const first = await startProduct();
  const begun = await organiserPage(browser, first);
  await begun.getByRole('button', { name: '生成全部报告（PDF）' }).click();
  await expect(begun.getByRole('progressbar', { name: '正在生成PDF报告' })).toBeVisible();
  const organiser = await signedIn(first.url, 'demo-organiser');
  // Reports stand back behind whatever else the machine does.
  await expect
    .poll(async () => (await made(organiser, 'pdf'))?.done, { intervals: [50], timeout: 60_000 })
    .toBeGreaterThan(1);
  await first.kill();
  await begun.context().close();

  const second = await startProduct({ dataDir: first.dataDir });
  try {
    const before = await made(await signedIn(second.url, 'demo-organiser'), 'pdf');
    expect(before?.state).toBe('working');
    expect(before?.done).toBeGreaterThan(1);
    expect(before?.done).toBeLessThan(reports);

    const page = await organiserPage(browser, second);
    await expect(page.getByRole('progressbar', { name: '正在生成PDF报告' })).toBeVisible();
    const link = page.getByRole('link', { name: '下载全部报告（PDF）' });
    await expect(link).toBeVisible({ timeout: 180_000 });
    await expect(page.getByText(`共 ${reports} 份`, { exact: true })).toBeVisible();
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toBe('2020-v1-评估报告-pdf-演示数据.zip');
    const files = unzipFiles(new Uint8Array(await readFile(await download.path())));
    expect(files.size).toBe(reports);
    expect([...files.keys()][0]).toBe('2020-v1-总报告-演示数据.pdf');
    for (const bytes of files.values())
      expect(new TextDecoder('latin1').decode(bytes.slice(0, 5))).toBe('%PDF-');

    // The other format, until it is told to end.
    await page.getByRole('button', { name: '生成全部报告（Word）' }).click();
    await page.getByRole('button', { name: '取消' }).click();
    await expect(page.getByText(/^已停止，生成了 \d+ 份，共 38 份$/)).toBeVisible();
    await expect(page.getByRole('button', { name: '重新生成（Word）' })).toBeVisible();
    for (const size of [desktop, phone]) {
      await page.setViewportSize(size);
      expect([...(await overflowFindings(page)), ...(await accessibilityFindings(page))]).toEqual([]);
    }
    await page.context().close();
  } finally {
    await second.remove();
  }
});
