import { posix } from 'node:path';
import { csvName } from './csv-files.ts';
import { readCsvGrid } from './csv-grid.ts';
import type { SheetSource, SheetSources } from './read-sheets.ts';

/** A file of a folder or an archive. */
export interface NamedFile {
  readonly file: string;
  /** Its content. @throws TablesError where it cannot be read */
  read(): Uint8Array;
}

/** A CSV file as the table of a certain name. */
export const csvSheet = ({ file, read }: NamedFile, name: string): SheetSource => ({
  sheet: file,
  name,
  isHidden: false,
  read: (problems) => readCsvGrid(file, { bytes: read(), problems }),
});

/** CSV files as sheets. */
export const csvSources = (sheets: readonly SheetSource[]): SheetSources => ({
  noun: { zh: '文件', en: 'file' },
  nameFor: ({ name }) => csvName(name),
  sheets,
});

/** The CSV files among these; what else lies beside them is nobody's table. */
export const csvSheets = (files: readonly NamedFile[]): SheetSources =>
  csvSources(
    files
      .filter(({ file }) => /\.csv$/i.test(file))
      .map((each) => csvSheet(each, posix.parse(each.file).name)),
  );
