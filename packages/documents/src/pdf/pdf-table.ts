import type { ReportTable } from '../official-report.ts';
import { alignOf, columnShares, tableGrid, type GridSlot } from '../table-grid.ts';
import { gridLayout, type Table, type TableCell } from './pdfmake.ts';

/** @param width that it fills, in points */
export function pdfTable(table: ReportTable, width: number): Table {
  const grid = tableGrid(table);
  const [fontSize, beside] = cellSizes(grid.columns);
  const lines = (grid.columns + 1) * 0.5;
  const free = width - grid.columns * 2 * beside - lines;
  return {
    margin: [0, 0, 0, 8],
    fontSize,
    table: {
      headerRows: grid.head.length,
      keepWithHeaderRows: Math.min(1, grid.rows.length),
      dontBreakRows: true,
      widths: columnShares(table, grid).map((share) => free * share),
      body: [
        ...grid.head.map((slots) => slots.map((slot) => cellOf(slot, 'head'))),
        ...grid.rows.map((slots) => slots.map((slot) => cellOf(slot, 'rows'))),
      ],
    },
    layout: gridLayout(beside),
  };
}

/** About how high the head and the first row are: what a caption needs below it on its page. */
export function headHeight(table: ReportTable, width: number): number {
  const grid = tableGrid(table);
  const [fontSize, beside] = cellSizes(grid.columns);
  const widths = columnShares(table, grid).map((share) => width * share - 2 * beside);
  const rows = [...grid.head, ...grid.rows.slice(0, 1)];
  return rows.reduce((sum, slots) => {
    const lines = slots.map(({ cell, colspan, rowspan, above, left }, at) =>
      above > 0 || left > 0 || rowspan > 1 || colspan > 1
        ? 1
        : linesOf(cell.text, { fontSize, width: widths[at] ?? width }),
    );
    return sum + Math.max(...lines) * fontSize * 1.7 + 5;
  }, 0);
}

function linesOf(text: string, { fontSize, width }: { fontSize: number; width: number }): number {
  return text.split('\n').reduce((sum, line) => sum + Math.ceil((line.length * fontSize + 1) / width), 0);
}

/** The more columns, the smaller their texts and the less beside them. */
function cellSizes(columns: number): readonly [size: number, beside: number] {
  if (columns <= 6) return [11, 5];
  return columns <= 9 ? [9, 4] : [8.5, 2.5];
}

/** @param part `head` or `rows` */
function cellOf(slot: GridSlot, part: 'head' | 'rows'): TableCell {
  const { cell, colspan, rowspan, above, left, header } = slot;
  if (above > 0 || left > 0) return {};
  return {
    text: cell.text,
    alignment: alignOf(slot),
    // Over rows of the head the library sets a text too low.
    ...(part === 'head' && rowspan > 1 ? {} : { verticalAlignment: 'middle' }),
    lineHeight: 1.1,
    ...(header ? { bold: true } : {}),
    ...(colspan > 1 ? { colSpan: colspan } : {}),
    ...(rowspan > 1 ? { rowSpan: rowspan } : {}),
  };
}
