import { zipBundle } from '@gongping/bundle';
import type { LocalText } from '@gongping/scoring';
import { columnPlace } from './cell-address.ts';
import { oneLineBreak } from './cell-text.ts';
import { limits } from './limits.ts';
import { TableProblems } from './table-problems.ts';
import type { Table } from './table.ts';
import { contentTypes, packageRelationships, styles, workbook, workbookRelationships } from './xlsx-parts.ts';
import { SharedStringTable, sheetXml } from './xlsx-sheet.ts';
import { escapeXml } from './xml-text.ts';

const tooLong = (length: number): LocalText => ({
  zh: `这段文字有 ${length} 个字符，工作簿的单元格最多放 ${limits.cell} 个；请改用 CSV，或缩短它。`,
  en: `The text has ${length} characters, a cell of a workbook holds ${limits.cell}; use CSV, or shorten it.`,
});
const tooManyRows = (rows: number, columns: number): LocalText => ({
  zh: `有 ${rows} 行 × ${columns} 列，一个工作表最多写 ${limits.rows} 行、${limits.cells} 个单元格，请改用 CSV。`,
  en: `There are ${rows} rows × ${columns} columns, at most ${limits.rows} rows and ${limits.cells} cells go into a sheet; use CSV.`,
});

/** @throws TablesError naming every cell that a workbook cannot hold */
const checkTables = (tables: readonly Table[]): void => {
  const problems = new TableProblems();
  for (const { shape, rows } of tables) {
    if (rows.length > limits.rows || rows.length * shape.columns.length > limits.cells) {
      const sentence = tooManyRows(rows.length, shape.columns.length);
      problems.add({ sheet: shape.label, row: null, column: null, sentence });
    }
    for (const [i, cells] of rows.entries()) {
      for (const [position, { length }] of cells.entries()) {
        if (length <= limits.cell) continue;
        const column = columnPlace(position, shape.columns[position]?.label ?? '');
        problems.add({ sheet: shape.label, row: i + 2, column, sentence: tooLong(length) });
      }
    }
  }
  problems.throwIfAny();
};

/**
 * An .xlsx workbook with a sheet for each table, in their order, the Chinese labels as headers. Every cell is text:
 * a spreadsheet turns nothing into dates or formulas. The same tables give the same bytes.
 *
 * @throws TablesError where a text has more than 32,767 characters or a table more than 200,000 rows
 */
export const xlsxWorkbook = async (tables: readonly Table[]): Promise<Uint8Array<ArrayBuffer>> => {
  const normal = tables.map(({ shape, rows }) => ({
    shape,
    rows: rows.map((cells) => cells.map(oneLineBreak)),
  }));
  checkTables(normal);
  const strings = new SharedStringTable();
  const sheets = normal.map((table, i): readonly [string, string] => [
    `xl/worksheets/sheet${i + 1}.xml`,
    sheetXml(table, strings),
  ]);
  const parts: readonly (readonly [string, string])[] = [
    ['[Content_Types].xml', contentTypes(tables.length)],
    ['_rels/.rels', packageRelationships],
    ['xl/workbook.xml', workbook(tables.map(({ shape }) => escapeXml(shape.label)))],
    ['xl/_rels/workbook.xml.rels', workbookRelationships(tables.length)],
    ['xl/styles.xml', styles],
    ['xl/sharedStrings.xml', strings.part()],
    ...sheets,
  ];
  const encoder = new TextEncoder();
  return zipBundle(new Map(parts.map(([name, content]) => [name, encoder.encode(content)])));
};
