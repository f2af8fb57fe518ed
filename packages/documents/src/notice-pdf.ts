import { fileURLToPath } from 'node:url';
import { pdfmake, type Content, type DocumentDefinition, type Text } from './pdfmake.ts';
import { noticeCells, noticeColumns, type NoticeDocument } from './notice.ts';

/** The fonts lie in the package beside its entry; a document takes along only the characters that it uses. */
const fontFile = (weight: string): string =>
  fileURLToPath(new URL(`../fonts/NotoSansHans-${weight}.otf`, import.meta.resolve('@embedpdf/fonts-sc')));
const family = 'Noto Sans Hans';
const files = [fontFile('Regular'), fontFile('Bold')] as const;

pdfmake.setFonts({ [family]: { normal: files[0], bold: files[1] } });
// A document is made of the text it is given: nothing is fetched, and no file is read but the fonts.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => (files as readonly string[]).includes(path));

/** Points; 20 mm, as the Word document has it. */
const margin = 56.7;
const block = 841.89 - 2 * margin;
const padding = 4;
/** Of the table: ten deductions and more stand on one page. */
const cellSize = 9;

/** A notice of deductions as a PDF: the same text as the Word document, title and language set, fonts in it. */
export async function noticePdf(notice: NoticeDocument): Promise<Uint8Array<ArrayBuffer>> {
  const document: DocumentDefinition = {
    pageSize: 'A4',
    pageOrientation: 'landscape',
    pageMargins: [margin, margin, margin, margin],
    version: '1.7',
    language: 'zh-CN',
    info: {
      title: `${notice.title} ${notice.addressee}`,
      subject: notice.title,
      author: notice.author,
      creator: notice.author,
      producer: notice.author,
    },
    defaultStyle: { font: family, fontSize: 10, lineHeight: 1.1 },
    footer: (page) => ({ text: `— ${page} —`, alignment: 'center', fontSize: 10, margin: [0, 16, 0, 0] }),
    content: contentOf(notice),
  };
  return new Uint8Array(await pdfmake.createPdf(document).getBuffer());
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
    ...(notice.rows.length === 0 ? [] : [tableOf(notice)]),
    ...notice.remarks.map(text),
    { text: notice.date, fontSize: 11, alignment: 'right', margin: [0, 6, 0, 0] },
  ];
}

function tableOf(notice: NoticeDocument): Content {
  const head = noticeColumns.map(({ name }): Text => ({ text: name, bold: true, alignment: 'center' }));
  const rows = noticeCells(notice).map((cells) =>
    cells.map((text, at): Text => ({ text, alignment: noticeColumns[at]?.align ?? 'left' })),
  );
  const lines = (noticeColumns.length + 1) * 0.5;
  const free = block - noticeColumns.length * 2 * padding - lines;
  return {
    margin: [0, 4, 0, 4],
    fontSize: cellSize,
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: noticeColumns.map(({ share }) => (free * share) / 100),
      body: [head, ...rows],
    },
    layout: {
      hLineWidth: () => 0.5,
      vLineWidth: () => 0.5,
      paddingLeft: () => padding,
      paddingRight: () => padding,
      paddingTop: () => 2,
      paddingBottom: () => 2,
    },
  };
}
