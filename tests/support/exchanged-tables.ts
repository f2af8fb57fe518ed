import {
  csvFiles,
  readTables,
  TablesError,
  xlsxWorkbook,
  type ReadTable,
  type Table,
} from '@gongping/tables';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export type Medium = 'workbook' | 'csv';
export const media = ['workbook', 'csv'] as const satisfies readonly Medium[];

/** One cell to write over: the row as a spreadsheet counts, the column by its machine name. */
export interface Edit {
  readonly table: string;
  readonly row: number;
  readonly column: string;
  readonly text: string;
}

let files = 0;

/** Tables as a person would give them back: written to a file of the kind, and read from it. */
export async function throughFile(
  folder: string,
  tables: readonly Table[],
  medium: Medium,
): Promise<ReadonlyMap<string, ReadTable>> {
  files += 1;
  const path = join(folder, medium === 'csv' ? `tables-${files}` : `tables-${files}.xlsx`);
  if (medium === 'csv') {
    await mkdir(path, { recursive: true });
    for (const [name, bytes] of csvFiles(tables)) await writeFile(join(path, name), bytes);
  } else {
    await mkdir(folder, { recursive: true });
    await writeFile(path, await xlsxWorkbook(tables));
  }
  return readTables(
    path,
    tables.map(({ shape }) => shape),
  );
}

/** The bytes of tables as a file of the kind would have them, one text for all. */
export async function bytesOf(tables: readonly Table[], medium: Medium): Promise<string> {
  if (medium === 'workbook') return Buffer.from(await xlsxWorkbook(tables)).toString('base64');
  return [...csvFiles(tables).values()].map((bytes) => Buffer.from(bytes).toString()).join('\0');
}

/** The tables with some cells written over. */
export function edited(tables: readonly Table[], edits: readonly Edit[]): Table[] {
  return tables.map(({ shape, rows }) => ({
    shape,
    rows: rows.map((row, at) =>
      row.map((text, column) => {
        const edit = edits.find(
          (each) =>
            each.table === shape.name && each.row === at + 2 && each.column === shape.columns[column]?.name,
        );
        return edit?.text ?? text;
      }),
    ),
  }));
}

/** The tables with rows added at the end of one of them; cells that are not named are empty. */
export function withRows(
  tables: readonly Table[],
  name: string,
  rows: readonly Readonly<Record<string, string>>[],
): Table[] {
  return tables.map((table) =>
    table.shape.name === name
      ? {
          ...table,
          rows: [
            ...table.rows,
            ...rows.map((row) => table.shape.columns.map((column) => row[column.name] ?? '')),
          ],
        }
      : table,
  );
}

/** The row, as a spreadsheet counts, whose columns have the texts. */
export function rowOf(
  tables: readonly Table[],
  name: string,
  wanted: Readonly<Record<string, string>>,
): number {
  const table = tables.find(({ shape }) => shape.name === name);
  const at = (table?.rows ?? []).findIndex((row) =>
    Object.entries(wanted).every(
      ([column, text]) => row[table?.shape.columns.findIndex((each) => each.name === column) ?? -1] === text,
    ),
  );
  if (at < 0) throw new Error(`There is no such row in ${name}.`);
  return at + 2;
}

/** Texts by column. */
export type ScoreCells = Readonly<Record<string, string>>;

/** A table of scores with some rows filled in: unit and indicator (`C01 A1-1`) → columns. */
export function fillScores(tables: readonly Table[], rows: Readonly<Record<string, ScoreCells>>): Table[] {
  const edits = Object.entries(rows).flatMap(([name, cells]) => {
    const [unit = '', indicator = ''] = name.split(' ');
    const row = rowOf(tables, 'scores', { unit, indicator });
    return Object.entries(cells).map(([column, text]) => ({ table: 'scores', row, column, text }));
  });
  return edited(tables, edits);
}

/** Where a problem lies, and what is said of it. */
export interface Told {
  readonly sheet: string | null;
  readonly row: number | null;
  readonly column: string | null;
  readonly zh: string;
  readonly en: string;
}

/** The problems that something is refused with. @throws where it is not refused */
export async function problemsOf(run: () => Promise<unknown>): Promise<Told[]> {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof TablesError)) throw error;
    return error.problems.map(({ sheet, row, column, sentence }) => ({ sheet, row, column, ...sentence }));
  }
  throw new Error('It was not refused.');
}
