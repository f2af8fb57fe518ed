import type { Table } from '@gongping/tables';
import { writeNewFile, writeNewFolder, type NewOutput } from './new-output.ts';

/** Writes tables as what the output's name asks for. @throws InputError, TablesError */
export async function writeTables(output: NewOutput, tables: readonly Table[]): Promise<void> {
  const { csvFiles, xlsxWorkbook } = await import('@gongping/tables');
  if (output.kind === 'xlsx') return writeNewFile(output, await xlsxWorkbook(tables));
  const files = csvFiles(tables);
  const [bytes] = files.values();
  if (output.kind === 'csv' && bytes !== undefined) return writeNewFile(output, bytes);
  return writeFiles(output, files);
}

/** Writes files as a folder or as a zip of them. @throws InputError */
export async function writeFiles(output: NewOutput, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  if (output.kind === 'folder') return writeNewFolder(output, files);
  const { zipBundle } = await import('@gongping/bundle');
  return writeNewFile(output, zipBundle(files));
}
