import { Document, Packer, Paragraph } from 'docx';
import { fontTableXml } from './font-table.ts';
import { officialPage, officialStyles, pageNumberFooter, styles } from './official-style.ts';
import type { PassageDocument } from './passage.ts';
import { captionedTable } from './passage-table.ts';

/**
 * A passage of a report as a Word document (OOXML) in the form of official documents: A4, East Asian fonts set in
 * every style with substitutes for machines without them, header rows repeated on each page, pages numbered.
 */
export async function passageDocx(passage: PassageDocument): Promise<Uint8Array<ArrayBuffer>> {
  const paragraph = (style: keyof typeof styles, text: string) =>
    new Paragraph({ style: styles[style], text });
  const document = new Document({
    title: passage.title,
    subject: passage.heading,
    creator: passage.author,
    lastModifiedBy: passage.author,
    styles: officialStyles,
    sections: [
      {
        properties: { page: officialPage },
        footers: { default: pageNumberFooter() },
        children: [
          ...(passage.notice === null ? [] : [paragraph('notice', passage.notice)]),
          paragraph('title', passage.title),
          paragraph('heading', passage.heading),
          ...passage.paragraphs.map((text) => paragraph('body', text)),
          ...passage.tables.flatMap((table, at) => captionedTable(table, at + 1)),
          paragraph('source', passage.source),
        ],
      },
    ],
  });
  const overrides = [{ path: 'word/fontTable.xml', data: fontTableXml() }];
  return new Uint8Array(await Packer.toArrayBuffer(document, undefined, overrides));
}
