import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipBundle } from '@gongping/bundle';
import { readTables } from './read-tables.ts';
import type { ReadTable, TableShape } from './table.ts';
import { TablesError } from './tables-error.ts';

/** Workbooks part by part, as office programs write them, and files of any bytes to read. */

export const units: TableShape = {
  name: 'units',
  label: '单位',
  columns: [
    { name: 'code', label: '编码', required: true },
    { name: 'name', label: '名称', required: true },
    { name: 'marks', label: '满分' },
    { name: 'note', label: '备注（选填）' },
  ],
};

export const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export const relationships = (targets: Readonly<Record<string, readonly [string, string]>>): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">` +
  Object.entries(targets)
    .map(([id, [type, target]]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`)
    .join('') +
  '</Relationships>';

export const workbookPart = (sheets: string): string =>
  `<workbook ${MAIN} xmlns:r="${OFFICE}"><sheets>${sheets}</sheets></workbook>`;

export const sheetPart = (rows: string, after = ''): string =>
  `<worksheet ${MAIN}><sheetData>${rows}</sheetData>${after}</worksheet>`;

/** A cell with its text in itself. */
export const inline = (address: string, text: string): string =>
  `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;

export const header = `<row r="1">${inline('A1', '编码')}${inline('B1', '名称')}${inline('C1', '满分')}</row>`;

export const contentTypes = (main = `${TYPE}.sheet.main+xml`): string =>
  `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>` +
  `<Override PartName="/xl/workbook.xml" ContentType="${main}"/></Types>`;

const parts: Readonly<Record<string, string>> = {
  '[Content_Types].xml': contentTypes(),
  '_rels/.rels': relationships({ rId1: ['officeDocument', 'xl/workbook.xml'] }),
  'xl/workbook.xml': workbookPart('<sheet name="单位" sheetId="1" r:id="rId1"/>'),
  'xl/_rels/workbook.xml.rels': relationships({ rId1: ['worksheet', 'worksheets/sheet1.xml'] }),
  'xl/worksheets/sheet1.xml': sheetPart(header),
};

export type PartChanges = Readonly<Record<string, string | Uint8Array | null>>;

/** A workbook with one sheet 单位; parts given replace those or are added, null leaves one out. */
export const storedWorkbook = (changes: PartChanges): Uint8Array => {
  const encoder = new TextEncoder();
  const files = Object.entries<string | Uint8Array | null>({ ...parts, ...changes });
  return zipBundle(
    new Map(
      files.flatMap(([name, content]): [string, Uint8Array][] => {
        if (content === null) return [];
        return [[name, typeof content === 'string' ? encoder.encode(content) : content]];
      }),
    ),
  );
};

/** A workbook whose sheet has these rows below its header. */
export const workbookOf = (rows: string, after = ''): Uint8Array =>
  storedWorkbook({ 'xl/worksheets/sheet1.xml': sheetPart(header + rows, after) });

/** Runs something with a file of these bytes at a path. */
export const withFile = async <T>(
  name: string,
  bytes: Uint8Array | string,
  run: (path: string) => Promise<T>,
): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'gongping-tables-'));
  try {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return await run(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** @returns the rows of the table of units, each cell under its column's name */
export const unitRows = async (
  name: string,
  bytes: Uint8Array | string,
): Promise<readonly (readonly string[])[]> => rowsOf(await readUnits(name, bytes));

export const rowsOf = (table: ReadTable | undefined): readonly (readonly string[])[] =>
  table?.rows.map((row) => table.shape.columns.map((column) => row.cell(column.name))) ?? [];

export const readUnits = (name: string, bytes: Uint8Array | string): Promise<ReadTable | undefined> =>
  withFile(name, bytes, async (path) => (await readTables(path, [units])).get('units'));

/** What a reader of tables refuses. */
export const refusalOf = async (run: () => Promise<unknown>): Promise<TablesError> => {
  try {
    await run();
  } catch (error) {
    if (error instanceof TablesError) return error;
    throw error;
  }
  throw new Error('the tables were accepted');
};
