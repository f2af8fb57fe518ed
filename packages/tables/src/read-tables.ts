import { basename } from 'node:path';
import type { LocalText } from '@gongping/scoring';
import { contentOf, openArchive } from './archive.ts';
import { csvSheet, csvSheets, csvSources } from './csv-sheets.ts';
import { refuseByName } from './office-file.ts';
import { readSheets } from './read-sheets.ts';
import type { SheetSources } from './read-sheets.ts';
import { filesOf, readBytes, statPath } from './stored-bytes.ts';
import type { ReadTable, TableShape } from './table.ts';
import { tablesError } from './tables-error.ts';
import { workbookSheets } from './workbook-sheets.ts';

const severalTables = (tables: readonly TableShape[]): LocalText => ({
  zh: `一个 CSV 文件只放得下一张表，这里需要 ${tables.length} 张，请给出 .xlsx 工作簿，或 CSV 文件夹（或其 .zip）。`,
  en: `A CSV file holds one table and ${tables.length} are needed; give an .xlsx workbook, or a folder of CSV files (or a .zip of it).`,
});
const workbookInZip: LocalText = {
  zh: '这是工作簿，请把扩展名改回 .xlsx 后再试。',
  en: 'This is a workbook; give it its name ending in .xlsx back and try again.',
};

const singleCsv = (path: string, shapes: readonly TableShape[]): SheetSources => {
  const needed = shapes.filter(({ optional }) => optional !== true);
  const [shape] = needed;
  if (shape === undefined || needed.length > 1) throw tablesError(null, severalTables(needed));
  const file = basename(path);
  return csvSources([csvSheet({ file, read: () => readBytes(path, file) }, shape.name)]);
};

const zippedCsv = (path: string): SheetSources => {
  const archive = openArchive(readBytes(path));
  if (archive.has('[Content_Types].xml')) throw tablesError(null, workbookInZip);
  return csvSheets(archive.names.map((file) => ({ file, read: () => contentOf(archive, file) })));
};

const sourcesAt = (path: string, shapes: readonly TableShape[]): SheetSources => {
  const found = statPath(path);
  if (found.isDirectory()) return csvSheets(filesOf(path));
  if (!found.isFile()) throw refuseByName(path);
  if (/\.csv$/i.test(path)) return singleCsv(path, shapes);
  if (/\.zip$/i.test(path)) return zippedCsv(path);
  if (/\.xlsx$/i.test(path)) return workbookSheets(readBytes(path));
  throw refuseByName(path);
};

/**
 * Reads tables from an `.xlsx` workbook, a `.csv` file (where exactly one table is needed), or a folder or `.zip` of
 * `<name>.csv` files. Sheets, files and columns may have their machine names or their Chinese labels.
 *
 * @returns by the names of the shapes; a table that may be absent and is has no entry
 * @throws TablesError naming sheet, row and column of everything that is wrong
 */
export const readTables = async (
  path: string,
  shapes: readonly TableShape[],
): Promise<ReadonlyMap<string, ReadTable>> => readSheets(sourcesAt(path, shapes), shapes);
