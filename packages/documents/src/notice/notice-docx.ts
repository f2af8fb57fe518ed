import { tableOf } from './notice-table.ts';
import type { NoticeDocument } from './notice.ts';
import { wordFile } from '../word/word-file.ts';
import { landscape, sectionXml } from '../word/word-page.ts';
import { wordTable } from '../word/word-table.ts';
import { paragraph, run, textParagraph } from '../word/word-text.ts';

/** A notice of deductions as a Word document (OOXML) in the form of official documents, on A4 turned on its side. */
export function noticeDocx(notice: NoticeDocument): Uint8Array<ArrayBuffer> {
  const text = (line: string) => textParagraph('NoticeText', line);
  return wordFile({
    title: `${notice.title} ${notice.addressee}`,
    subject: notice.title,
    author: notice.author,
    body: [
      textParagraph('Warning', notice.warning),
      textParagraph('NoticeTitle', notice.title),
      text(notice.addressee),
      text(notice.lead),
      notice.rows.length === 0 ? '' : wordTable(tableOf(notice), landscape.block),
      ...notice.remarks.map(text),
      paragraph('NoticeText', run(notice.date), '<w:jc w:val="right"/>'),
      sectionXml(landscape),
    ].join(''),
    pictures: [],
    lists: [],
  });
}
