import { csvText } from '@gongping/bundle';
import { oneLineBreak } from './cell-text.ts';
import type { Table } from './table.ts';

/** Name of the file that holds a table. */
export const csvName = (table: string): string => `${table}.csv`;

/**
 * A file of CSV for each table: UTF-8, RFC 4180, machine names in the header line. A CSV is for machines: texts that
 * begin with `=` stay as they are. Line breaks in a cell become LF, as they are read.
 */
export const csvFiles = (tables: readonly Table[]): ReadonlyMap<string, Uint8Array<ArrayBuffer>> => {
  const encoder = new TextEncoder();
  return new Map(
    tables.map(({ shape, rows }) => {
      const header = shape.columns.map(({ name }) => name);
      return [
        csvName(shape.name),
        encoder.encode(
          csvText(
            header,
            rows.map((cells) => cells.map(oneLineBreak)),
          ),
        ),
      ];
    }),
  );
};
