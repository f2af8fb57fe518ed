import type { OfficialReport, ReportCell, ReportTable } from '@gongping/documents';
import {
  AlignmentType,
  Document,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { createRequire } from 'node:module';

/** The texts of a report in order: lines, and tables. */
const contentOf = ({ title, blocks }: OfficialReport): (string | ReportTable)[] => [
  title,
  ...blocks.flatMap((block): (string | ReportTable)[] => {
    if (block.kind === 'table') return [block.caption, block];
    if (block.kind === 'list') return [...block.items];
    if (block.kind === 'figure') return [block.caption];
    return block.kind === 'page-break' ? [] : [block.text];
  }),
];

/** The same text by the library docx, its tables as ours have them; without contents or charts. */
export const plainDocx = (report: OfficialReport): Promise<ArrayBuffer> => {
  const children = contentOf(report).map((content) =>
    typeof content === 'string' ? new Paragraph(content) : docxTable(content),
  );
  return Packer.toArrayBuffer(new Document({ sections: [{ children }] }));
};

const docxTable = ({ head, rows }: ReportTable): Table => {
  const width = { size: 884, type: WidthType.DXA } as const;
  const font = { ascii: 'Times New Roman', eastAsia: '黑体' };
  const cell = ({ text, colspan, rowspan }: ReportCell) =>
    new TableCell({
      width,
      ...(colspan === undefined ? {} : { columnSpan: colspan }),
      ...(rowspan === undefined ? {} : { rowSpan: rowspan }),
      children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text, font })] })],
    });
  const row = (cells: readonly ReportCell[], tableHeader: boolean) =>
    new TableRow({ tableHeader, cantSplit: true, children: cells.map(cell) });
  return new Table({
    rows: [...head.map((line) => row(line, true)), ...rows.map((line) => row(line, false))],
  });
};

const filled = ({ head, rows }: ReportTable): string[][] => {
  const lines = [...head, ...rows];
  const width = Math.max(...lines.map((line) => line.length));
  return lines.map((line) => Array.from({ length: width }, (_, at) => line[at]?.text ?? ''));
};

interface PdfMake {
  createPdf(document: object): { getBuffer(): Promise<Uint8Array> };
}

const pdfmake = createRequire(import.meta.url)('pdfmake') as PdfMake;
/** The same text by pdfmake with the same font, without headings, contents or charts. */
export const plainPdf = (report: OfficialReport): Promise<Uint8Array> => {
  const content = contentOf(report).map((one) =>
    typeof one === 'string' ? { text: one } : { table: { body: filled(one) } },
  );
  const document = { pageSize: 'A4', defaultStyle: { font: 'Noto Sans Hans', fontSize: 13 }, content };
  return pdfmake.createPdf(document).getBuffer();
};
