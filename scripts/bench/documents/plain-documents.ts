import type { OfficialReport, ReportCell } from '@gongping/documents';
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { createRequire } from 'node:module';

/** The texts of a report in order: lines, and tables of as many cells as the widest row has. */
const contentOf = ({ title, blocks }: OfficialReport): (string | string[][])[] => [
  title,
  ...blocks.flatMap((block): (string | string[][])[] => {
    if (block.kind === 'table') return [block.caption, filled([...block.head, ...block.rows])];
    if (block.kind === 'list') return [...block.items];
    if (block.kind === 'figure') return [block.caption];
    return block.kind === 'page-break' ? [] : [block.text];
  }),
];

const filled = (rows: readonly (readonly ReportCell[])[]): string[][] => {
  const width = Math.max(...rows.map((row) => row.length));
  return rows.map((row) => Array.from({ length: width }, (_, at) => row[at]?.text ?? ''));
};

/** The same text by the library docx, without styles, merged cells or charts. */
export const plainDocx = (report: OfficialReport): Promise<ArrayBuffer> => {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
  const children = contentOf(report).map((content) =>
    typeof content === 'string'
      ? new Paragraph(content)
      : new Table({ rows: content.map((row) => new TableRow({ children: row.map(cell) })) }),
  );
  return Packer.toArrayBuffer(new Document({ sections: [{ children }] }));
};

interface PdfMake {
  createPdf(document: object): { getBuffer(): Promise<Uint8Array> };
}

const pdfmake = createRequire(import.meta.url)('pdfmake') as PdfMake;
/** The same text by pdfmake with the same font, without headings, contents or charts. */
export const plainPdf = (report: OfficialReport): Promise<Uint8Array> => {
  const content = contentOf(report).map((one) =>
    typeof one === 'string' ? { text: one } : { table: { body: one } },
  );
  const document = { pageSize: 'A4', defaultStyle: { font: 'Noto Sans Hans', fontSize: 13 }, content };
  return pdfmake.createPdf(document).getBuffer();
};
