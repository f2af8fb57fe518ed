import { alignOf, columnShares, tableGrid, type GridSlot } from '../table-grid.ts';
import type { ReportTable } from '../official-report.ts';
import { escapeXml } from '../escape-xml.ts';
import { headRun, type StyleId } from './word-styles.ts';
import { paragraph, run } from './word-text.ts';

/**
 * A table with lines around every cell, its head repeated on each page, no row broken over two.
 * @param block width that it fills, in twentieths of a point
 */
export function wordTable(table: ReportTable, block: number): string {
  const grid = tableGrid(table);
  const widths = columnShares(table, grid).map((share) => Math.floor(block * share));
  const style = cellStyle(grid.columns);
  const row = (slots: readonly GridSlot[], head: boolean) => {
    const properties = `<w:trPr><w:cantSplit/>${head ? '<w:tblHeader/>' : ''}</w:trPr>`;
    return `<w:tr>${properties}${slots.map((slot, at) => cellXml(slot, { style, widths, at })).join('')}</w:tr>`;
  };
  const width = widths.reduce((sum, one) => sum + one, 0);
  return [
    `<w:tbl><w:tblPr><w:tblStyle w:val="OfficialTable"/><w:tblW w:w="${width}" w:type="dxa"/><w:jc w:val="center"/>`,
    `<w:tblLayout w:type="fixed"/><w:tblLook w:val="0620" w:firstRow="1"/><w:tblCaption w:val="${escapeXml(table.caption)}"/></w:tblPr>`,
    `<w:tblGrid>${widths.map((one) => `<w:gridCol w:w="${one}"/>`).join('')}</w:tblGrid>`,
    ...grid.head.map((slots) => row(slots, true)),
    ...grid.rows.map((slots) => row(slots, false)),
    '</w:tbl>',
  ].join('');
}

/** The more columns, the smaller their texts. */
function cellStyle(columns: number): StyleId {
  if (columns <= 6) return 'Table12';
  return columns <= 9 ? 'Table10' : 'Table9';
}

const empty = (style: StyleId): string => paragraph(style, '');

/** Nothing where a cell reaches over from the left; an empty cell that goes on where it reaches over from above. */
function cellXml(
  slot: GridSlot,
  { style, widths, at }: { style: StyleId; widths: readonly number[]; at: number },
): string {
  const { cell, colspan, rowspan, above, left, header } = slot;
  if (left > 0) return '';
  const width = widths.slice(at, at + colspan).reduce((sum, one) => sum + one, 0);
  const merge = rowspan === 1 ? '' : above > 0 ? '<w:vMerge/>' : '<w:vMerge w:val="restart"/>';
  const properties = `<w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${colspan > 1 ? `<w:gridSpan w:val="${colspan}"/>` : ''}${merge}</w:tcPr>`;
  if (above > 0) return `<w:tc>${properties}${empty(style)}</w:tc>`;
  const text = paragraph(style, run(cell.text, header ? headRun : ''), `<w:jc w:val="${alignOf(slot)}"/>`);
  return `<w:tc>${properties}${text}</w:tc>`;
}
