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
  const caption = new Paragraph({ style: styles.caption, text: `表${number}  ${table.caption}` });
  const columns = columnWidths(table).map((width, at) => ({ width, name: table.columns[at] ?? '' }));
  return [caption, gridTable(columns, table.rows, styles.cell)];
}

export interface GridColumn {
  readonly name: string;
  /** In twentieths of a point. */
  readonly width: number;
  /** Of the texts below the head; figures to the right and all else in the middle where it is not said. */
  readonly align?: 'left' | 'center' | 'right';
}

/** A table with lines around every cell, its head repeated on each page. @param style of the paragraphs in it */
export function gridTable(
  columns: readonly GridColumn[],
  rows: readonly (readonly string[])[],
  style: string,
): Table {
  const row = (texts: readonly string[], header: boolean) =>
    new TableRow({
      tableHeader: header,
      cantSplit: true,
      children: columns.map((column, at) => cell(texts[at] ?? '', { ...column, header, style })),
    });
  const head = columns.map(({ name }) => name);
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  return new Table({
    rows: [row(head, true), ...rows.map((texts) => row(texts, false))],
    width: { size: width, type: WidthType.DXA },
    columnWidths: columns.map((column) => column.width),
    borders,
    alignment: AlignmentType.CENTER,
  });
}

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

function cell(
  text: string,
  { width, align, header, style }: GridColumn & { header: boolean; style: string },
): TableCell {
  const isNumber = /^-?\d+(\.\d+)?$/.test(text);
  const usual = isNumber && text.includes('.') ? 'right' : 'center';
  const alignment = alignments[header ? 'center' : (align ?? usual)];
  const font = header ? { font: fontOf('heading') } : {};
  const lines = text
    .split('\n')
    .map((line, at) => new TextRun({ text: line, break: at === 0 ? 0 : 1, ...font }));
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    children: [new Paragraph({ style, alignment, children: lines })],
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
