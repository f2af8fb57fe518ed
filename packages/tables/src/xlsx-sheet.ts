import { columnLetter } from './cell-address.ts';
import { columnWidths } from './column-width.ts';
import type { Table } from './table.ts';
import { MAIN, STYLE, XML } from './xlsx-parts.ts';
import { escapeCellText } from './xml-text.ts';

/** Gathers the texts of a workbook; a text that occurs a thousand times is written once. */
export class SharedStringTable {
  readonly #numbers = new Map<string, number>();
  #uses = 0;

  add(text: string): number {
    this.#uses += 1;
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(text, number);
    return number;
  }

  part(): string {
    let items = '';
    for (const text of this.#numbers.keys()) {
      items += `<si><t xml:space="preserve">${escapeCellText(text)}</t></si>`;
    }
    const counts = `count="${this.#uses}" uniqueCount="${this.#numbers.size}"`;
    return `${XML}<sst xmlns="${MAIN}" ${counts}>${items}</sst>`;
  }
}

/** Empty cells are written too: what is typed into one stays text. */
const rowXml = (
  { row, cells }: { readonly row: number; readonly cells: readonly string[] },
  { style, strings }: { readonly style: number; readonly strings: SharedStringTable },
): string => {
  let xml = `<row r="${row}">`;
  for (const [position, text] of cells.entries()) {
    const start = `<c r="${columnLetter(position)}${row}" s="${style}"`;
    xml += text === '' ? `${start}/>` : `${start} t="s"><v>${strings.add(text)}</v></c>`;
  }
  return `${xml}</row>`;
};

/** A sheet: the labels in bold above, which stay when the rows are scrolled, and below them nothing but text. */
export const sheetXml = (table: Table, strings: SharedStringTable): string => {
  const { shape, rows } = table;
  const width = shape.columns.length;
  const header = shape.columns.map(({ label }) => label);
  const range = `A1:${columnLetter(Math.max(width - 1, 0))}${rows.length + 1}`;
  const columns = columnWidths(table).map(
    (size, i) => `<col min="${i + 1}" max="${i + 1}" width="${size}" style="${STYLE.cell}" customWidth="1"/>`,
  );
  let xml =
    `${XML}<worksheet xmlns="${MAIN}"><dimension ref="${range}"/>` +
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' +
    '<selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>' +
    `<sheetFormatPr defaultRowHeight="15"/><cols>${columns.join('')}</cols><sheetData>` +
    rowXml({ row: 1, cells: header }, { style: STYLE.header, strings });
  for (const [i, cells] of rows.entries()) {
    const filled = Array.from({ length: width }, (_, position) => cells[position] ?? '');
    xml += rowXml({ row: i + 2, cells: filled }, { style: STYLE.cell, strings });
  }
  // Codes such as 00012 are meant to be text: no warning beside each of them.
  return `${xml}</sheetData><ignoredErrors><ignoredError sqref="${range}" numberStoredAsText="1"/></ignoredErrors></worksheet>`;
};
