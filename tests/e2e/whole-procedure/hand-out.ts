import { unzipFiles } from '@gongping/bundle';
import { expect, type Browser } from '@playwright/test';
import mammoth from 'mammoth';
import { readFile } from 'node:fs/promises';
import { open } from '../support/open.ts';
import { download } from '../whole-job/published-total.ts';
import { expectOnScreen, noticeWords } from './notices.ts';
import { base, expectSound, others, unit, type People } from './people.ts';
import { enterPhase } from './plan.ts';

/** Notices are downloaded and read back. */
export async function readNotices({ liaison, organiser }: People): Promise<void> {
  await open(liaison, `${base}/feedback/${unit.code}`);
  for (const format of ['Word（DOCX）', 'PDF']) {
    const words = await noticeWords(liaison, liaison.getByRole('link', { name: format }));
    await expectOnScreen(liaison.locator('#B4-2'), words, ['B4-2', '0.40', '来不及保存的理由']);
    await expectOnScreen(liaison.locator('#B1-1'), words, [
      '今后按期发布年度报告',
      '2034-03-31',
      '采纳',
      '经复核，三月已发布。',
    ]);
  }
  await open(organiser, `${base}/feedback`);
  await expectSound(organiser);
  const path = await download(organiser, organiser.getByRole('link', { name: '全部下载 Word' }));
  await expect(organiser.getByText('已下载 3 份通知单。')).toBeVisible();
  const files = unzipFiles(new Uint8Array(await readFile(path)));
  expect(files.size).toBe(3);
  const [, other = new Uint8Array()] = [...files].find(([name]) => name.includes(others[0].code)) ?? [];
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(other) });
  expect(value).toContain('仅有本年度报告');
  await open(organiser, `${base}/results`);
  await expect(organiser.getByRole('link', { name: '全部下载 PDF' })).toBeVisible();
}

/** The round becomes final and public. */
export async function publishRound({ organiser }: People, browser: Browser, url: string): Promise<void> {
  await enterPhase(organiser, '进入终评阶段', '终评');
  await open(organiser, `${base}/publish`);
  await organiser.getByRole('button', { name: '公布结果' }).click();
  await organiser.getByRole('alertdialog').getByRole('button', { name: '公布结果' }).click();
  await expect(organiser.getByText(/第 1 版已于.*公布/)).toBeVisible();

  const reader = await browser.newPage({ baseURL: url, locale: 'zh-CN' });
  await open(reader, '/p/2033/1?kind=county');
  await expect(reader.getByRole('row', { name: new RegExp(unit.name) }).first()).toContainText('97.14');
  await open(reader, `/p/2033/1/units/${unit.code}`);
  await expect(reader.getByText('97.14', { exact: true }).first()).toBeVisible();
}
