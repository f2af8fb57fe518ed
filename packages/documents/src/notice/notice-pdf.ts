import { pdfTable } from '../pdf/pdf-table.ts';
import { fontFamily, pageNumber, writePdf, type Content } from '../pdf/pdfmake.ts';
import { tableOf } from './notice-table.ts';
import type { NoticeDocument } from './notice.ts';

/** Points; 20 mm, as the Word document has it. */
const margin = 56.7;
const block = 841.89 - 2 * margin;

/** A notice of deductions as a PDF: the same text as the Word document, title and language set, fonts in it. */
export function noticePdf(notice: NoticeDocument): Promise<Uint8Array<ArrayBuffer>> {
  return writePdf({
    pageSize: 'A4',
    pageOrientation: 'landscape',
    pageMargins: [margin, margin, margin, margin],
    version: '1.7',
    language: 'zh-CN',
    displayTitle: true,
    info: {
      title: `${notice.title} ${notice.addressee}`,
      subject: notice.title,
      author: notice.author,
      creator: notice.author,
      producer: notice.author,
    },
    defaultStyle: { font: fontFamily, fontSize: 10, lineHeight: 1.1 },
    footer: pageNumber,
    content: contentOf(notice),
  });
}

function contentOf(notice: NoticeDocument): Content[] {
  const text = (line: string): Content => ({ text: line, fontSize: 11, margin: [0, 3, 0, 3] });
  return [
    ...(notice.warning === null
      ? []
      : [{ text: notice.warning, bold: true, fontSize: 12, alignment: 'center' as const }]),
    { text: notice.title, bold: true, fontSize: 18, alignment: 'center', margin: [0, 0, 0, 6] },
    text(notice.addressee),
    text(notice.lead),
    ...(notice.rows.length === 0 ? [] : [pdfTable(tableOf(notice), block)]),
    ...notice.remarks.map(text),
    { text: notice.date, fontSize: 11, alignment: 'right', margin: [0, 6, 0, 0] },
  ];
}
