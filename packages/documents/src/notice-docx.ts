import { AlignmentType, Document, Packer, PageOrientation, Paragraph, type Table } from 'docx';
import { fontTableXml } from './font-table.ts';
import { noticeCells, noticeColumns, type NoticeDocument } from './notice.ts';
import { noticePage, officialStyles, pageNumberFooter, styles } from './official-style.ts';
import { gridTable } from './passage-table.ts';

/** A notice of deductions as a Word document (OOXML) in the form of official documents, on A4 turned on its side. */
export async function noticeDocx(notice: NoticeDocument): Promise<Uint8Array<ArrayBuffer>> {
  const document = new Document({
    title: `${notice.title} ${notice.addressee}`,
    subject: notice.title,
    creator: notice.author,
    lastModifiedBy: notice.author,
    styles: officialStyles,
    sections: [
      {
        properties: {
          page: {
            size: { ...noticePage.size, orientation: PageOrientation.LANDSCAPE },
            margin: noticePage.margin,
          },
        },
        footers: { default: pageNumberFooter() },
        children: contentOf(notice),
      },
    ],
  });
  const overrides = [{ path: 'word/fontTable.xml', data: fontTableXml() }];
  return new Uint8Array(await Packer.toArrayBuffer(document, undefined, overrides));
}

function contentOf(notice: NoticeDocument): (Paragraph | Table)[] {
  const paragraph = (style: string, text: string) => new Paragraph({ style, text });
  const columns = noticeColumns.map(({ name, share, align }) => ({
    name,
    align,
    width: Math.floor((noticePage.block * share) / 100),
  }));
  return [
    ...(notice.warning === null ? [] : [paragraph(styles.notice, notice.warning)]),
    paragraph(styles.noticeTitle, notice.title),
    paragraph(styles.noticeText, notice.addressee),
    paragraph(styles.noticeText, notice.lead),
    ...(notice.rows.length === 0 ? [] : [gridTable(columns, noticeCells(notice), styles.noticeCell)]),
    ...notice.remarks.map((remark) => paragraph(styles.noticeText, remark)),
    new Paragraph({ style: styles.noticeText, alignment: AlignmentType.RIGHT, text: notice.date }),
  ];
}
