import { stringify } from 'csv-stringify/sync';

/** A lone CR or LF is not the record delimiter, but readers take it for one unless it is quoted. */
const LINE_BREAK = /[\r\n]/;

/** Lines of CSV (RFC 4180: CRLF, quotes where needed). */
export const csvLines = (rows: readonly (readonly string[])[]): string =>
  stringify(
    rows.map((row) => [...row]),
    { record_delimiter: 'windows', quoted_match: LINE_BREAK },
  );

/** CSV with its header line, UTF-8 without byte order mark. */
export const csvText = (columns: readonly string[], rows: readonly (readonly string[])[]): string =>
  csvLines([columns, ...rows]);
