import { zipBundle } from '@gongping/bundle';
import type { PrintedCell, PrintedPart, PrintedTable } from './report-tables.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>');

const htmlCell = ({ text, columns = 1, rows = 1 }: PrintedCell): string =>
  `<td${columns > 1 ? ` colspan="${columns}"` : ''}${rows > 1 ? ` rowspan="${rows}"` : ''}><p><span>${escaped(text)}</span></p></td>`;

const htmlTable = (table: PrintedTable): string =>
  `<table border="1"><tbody>${table.map((row) => `<tr>${row.map(htmlCell).join('')}</tr>`).join('\n')}</tbody></table>`;

/** A page as offices publish it: navigation around it, and the text inside a table that holds the page together. */
export const htmlPage = (parts: readonly PrintedPart[]): string =>
  '<!DOCTYPE html><html><head><meta charset="utf-8"><title>信息公开</title><script>var a = "2019年";</script></head>' +
  '<body><div class="nav"><a href="/">首页</a> | <a href="/x">政府信息公开年报</a></div>' +
  `<table width="1000"><tr><td>${parts
    .map((part) => (typeof part === 'string' ? `<p>${escaped(part)}</p>` : htmlTable(part)))
    .join('\n')}</td></tr></table><div>版权所有：某市人民政府</div></body></html>`;

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const xml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const paragraph = (text: string): string =>
  `<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs></w:pPr>${text
    .split('\n')
    .map((line) => `<w:r><w:t xml:space="preserve">${xml(line)}</w:t></w:r>`)
    .join('<w:r><w:br/></w:r>')}</w:p>`;

/** Word has no cell that spans rows: those below it go on it. */
const wordTable = (table: PrintedTable): string => {
  const reaching = new Map<number, { left: number; columns: number }>();
  const rows = table.map((row) => {
    const cells: string[] = [];
    let column = 0;
    const covered = (): void => {
      for (
        let above = reaching.get(column);
        above !== undefined && above.left > 0;
        above = reaching.get(column)
      ) {
        above.left -= 1;
        cells.push(
          `<w:tc><w:tcPr><w:gridSpan w:val="${above.columns}"/><w:vMerge/></w:tcPr>${paragraph('')}</w:tc>`,
        );
        column += above.columns;
      }
    };
    for (const { text, columns = 1, rows: down = 1 } of row) {
      covered();
      const merge = down > 1 ? '<w:vMerge w:val="restart"/>' : '';
      cells.push(`<w:tc><w:tcPr><w:gridSpan w:val="${columns}"/>${merge}</w:tcPr>${paragraph(text)}</w:tc>`);
      reaching.set(column, { left: down - 1, columns });
      column += columns;
    }
    covered();
    return `<w:tr>${cells.join('')}</w:tr>`;
  });
  return `<w:tbl>${rows.join('')}</w:tbl>`;
};

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export const docxParts = (body: string): ReadonlyMap<string, Uint8Array> =>
  new Map(
    Object.entries({
      '[Content_Types].xml':
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
      'word/document.xml': `<w:document ${WORD}><w:body>${body}</w:body></w:document>`,
    }).map(([name, text]): [string, Uint8Array] => [name, bytesOf(text)]),
  );

export const docxFile = (parts: readonly PrintedPart[]): Uint8Array =>
  zipBundle(
    docxParts(parts.map((part) => (typeof part === 'string' ? paragraph(part) : wordTable(part))).join('')),
  );

const letters = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : `A${String.fromCharCode(65 + column - 26)}`;

/** All parts below each other on one sheet, with the cells merged. */
export const xlsxFile = (parts: readonly PrintedPart[]): Uint8Array => {
  const rows: string[] = [];
  const merged: string[] = [];
  let top = 0;
  for (const part of parts) {
    const table: PrintedTable = typeof part === 'string' ? [[{ text: part, columns: 10 }]] : part;
    const reaching = new Map<number, number>();
    for (const line of table) {
      top += 1;
      let column = 0;
      const cells: string[] = [];
      const taken: [number, number][] = [];
      for (const { text, columns = 1, rows: down = 1 } of line) {
        while ((reaching.get(column) ?? 0) > 0) column += 1;
        const at = `${letters(column)}${top}`;
        if (text !== '') {
          cells.push(
            /^\d+(\.\d+)?$/.test(text)
              ? `<c r="${at}"><v>${text}</v></c>`
              : `<c r="${at}" t="inlineStr"><is><t>${xml(text)}</t></is></c>`,
          );
        }
        if (columns > 1 || down > 1) merged.push(`${at}:${letters(column + columns - 1)}${top + down - 1}`);
        for (let i = 0; i < columns; i += 1) taken.push([column + i, down]);
        column += columns;
      }
      rows.push(`<row r="${top}">${cells.join('')}</row>`);
      for (const [at, left] of reaching) reaching.set(at, left - 1);
      for (const [at, down] of taken) reaching.set(at, down - 1);
    }
  }
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const related = (type: string, target: string): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/${type}" Target="${target}"/></Relationships>`;
  const files = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels': related('officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="年报" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': related('worksheet', 'worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${rows.join('')}</sheetData><mergeCells>${merged.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells></worksheet>`,
  };
  return zipBundle(new Map(Object.entries(files).map(([name, text]) => [name, bytesOf(text)])));
};
