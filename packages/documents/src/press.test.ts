import { performance } from 'node:perf_hooks';
import mammoth from 'mammoth';
import { extractText, getDocumentProxy } from 'unpdf';
import { expect, it } from 'vitest';
import type { NoticeDocument } from './notice/notice.ts';
import { openPress } from './press.ts';

const notice: NoticeDocument = {
  title: '2020年度政务公开评估扣分通知单',
  author: '公评',
  warning: null,
  addressee: '天元区（县市区）：',
  lead: '经评估，你单位有1项指标扣分。',
  rows: Array.from({ length: 12 }, (_, at) => ({
    indicator: `A1-${at + 1} 标准目录要素完整率`,
    fullMarks: '4.00',
    lost: '0.56',
    reason: '教育、养老6条目录缺“公开时限”要素\n链接失效×2',
    request: '补齐要素',
    due: '2020-12-31',
    appeal: '部分采纳，由3.00分改为3.44分',
  })),
  remarks: ['不适用1项，不计入：A3-2（无此职能，㙍、𠮷、龘等字）。'],
  date: '2020年12月1日',
};
const press = openPress();
const flat = (text: string) => text.replaceAll(/\s/g, '');

it('a PDF has title, language, fonts and the text, a dozen deductions on one page', async () => {
  const pdf = await getDocumentProxy(await press.print({ kind: 'notice', notice }, 'pdf'));
  const { text, totalPages } = await extractText(pdf, { mergePages: true });
  expect(totalPages).toBe(1);
  const { info } = await pdf.getMetadata();
  expect(info).toMatchObject({ Title: `${notice.title} ${notice.addressee}`, Language: 'zh-CN' });
  for (const part of [notice.lead, '补齐要素', '2020-12-31', '链接失效×2', '由3.00分改为3.44分', '扣分理由'])
    expect(flat(text)).toContain(part);
});

it('a Word document has the same text in a table', async () => {
  const bytes = await press.print({ kind: 'notice', notice }, 'docx');
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
  expect(value).toContain(notice.title);
  expect(value.match(/<tr>/g)).toHaveLength(13);
  expect(value).toContain('部分采纳，由3.00分改为3.44分');
});

it('the event loop stays free while documents are made', async () => {
  const before = performance.eventLoopUtilization();
  await Promise.all(Array.from({ length: 4 }, () => press.print({ kind: 'notice', notice }, 'pdf')));
  expect(performance.eventLoopUtilization(before).utilization).toBeLessThan(0.3);
});

it('what cannot be printed is an error, and the next notice is made all the same', async () => {
  const spoiled = { ...notice, rows: null } as unknown as NoticeDocument;
  await expect(press.print({ kind: 'notice', notice: spoiled }, 'pdf')).rejects.toThrow();
  expect((await press.print({ kind: 'notice', notice }, 'docx')).length).toBeGreaterThan(1000);
});
