/** What a reader would take for the end of a cell, of a line, or for a quoted cell. A lone CR or LF is among them. */
const SPECIAL = /[",\r\n]/;

const csvCell = (text: string): string => (SPECIAL.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A line of CSV (RFC 4180: CRLF, quotes where needed), UTF-8 without byte order mark. */
export const csvLine = (cells: readonly string[]): string => {
  let line = '';
  for (let i = 0; i < cells.length; i += 1) line += (i === 0 ? '' : ',') + csvCell(cells[i] ?? '');
  return `${line}\r\n`;
};

/** CSV with its header line. */
export const csvText = (columns: readonly string[], rows: readonly (readonly string[])[]): string =>
  [columns, ...rows].map(csvLine).join('');
