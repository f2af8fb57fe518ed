import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { fontOf, styles } from './official-style.ts';
import type { PassageTable } from './passage.ts';

/** Width of the text block: 156 mm in twentieths of a point. */
const blockWidth = 8844;
const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const borders = {
  top: line,
  bottom: line,
  left: line,
  right: line,
  insideHorizontal: line,
  insideVertical: line,
};

/** A table with its numbered caption. The number is text: readers that ignore fields would lose it. */
export function captionedTable(table: PassageTable, number: number): (Paragraph | Table)[] {
  const widths = columnWidths(table);
  const caption = new Paragraph({ style: styles.caption, text: `表${number}  ${table.caption}` });
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: table.columns.map((text, at) => cell(text, { width: widths[at] ?? 0, header: true })),
  });
  const rows = table.rows.map(
    (row) =>
      new TableRow({
        cantSplit: true,
        children: row.map((text, at) => cell(text, { width: widths[at] ?? 0, header: false })),
      }),
  );
  const width = { size: blockWidth, type: WidthType.DXA };
  return [
    caption,
    new Table({
      rows: [header, ...rows],
      width,
      columnWidths: widths,
      borders,
      alignment: AlignmentType.CENTER,
    }),
  ];
}

function cell(text: string, { width, header }: { width: number; header: boolean }): TableCell {
  const isNumber = /^-?\d+(\.\d+)?$/.test(text);
  const run = new TextRun(header ? { text, font: fontOf('heading') } : text);
  const alignment = isNumber && text.includes('.') ? AlignmentType.RIGHT : AlignmentType.CENTER;
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    children: [new Paragraph({ style: styles.cell, alignment, children: [run] })],
  });
}

/** The block's width shared out by the longest text of each column. */
function columnWidths({ columns, rows }: PassageTable): number[] {
  const lengths = columns.map((name, at) =>
    Math.max(3, ...[name, ...rows.map((row) => row[at] ?? '')].map((text) => [...text].length)),
  );
  const sum = lengths.reduce((total, length) => total + length, 0);
  return lengths.map((length) => Math.floor((blockWidth * length) / sum));
}
