import { openArchive } from './archive.ts';
import type { Archive } from './archive.ts';
import { readDateStyles } from './date-styles.ts';
import { checkFirstBytes, checkWorkbook } from './office-file.ts';
import type { SheetSource, SheetSources } from './read-sheets.ts';
import { readSharedStrings } from './shared-strings.ts';
import { SheetReader } from './sheet-reader.ts';
import { readWorkbookParts } from './workbook-parts.ts';
import { TablesError } from './tables-error.ts';
import { readXml } from './xml-part.ts';

/** A person sees a workbook and no archive: what is wrong with the archive comes second. */
const openWorkbook = (bytes: Uint8Array): Archive => {
  try {
    return openArchive(bytes);
  } catch (error) {
    if (!(error instanceof TablesError)) throw error;
    throw new TablesError(
      error.problems.map(({ sentence: { zh, en } }) => ({
        sheet: null,
        row: null,
        column: null,
        sentence: {
          zh: `工作簿无法读取，请在 Excel 或 WPS 中打开它，另存为 .xlsx 后再试。（${zh}）`,
          en: `The workbook cannot be read; open it in Excel or WPS, save it as .xlsx and try again. (${en})`,
        },
      })),
      error.count,
    );
  }
};

/**
 * The sheets of an .xlsx workbook.
 *
 * @param keepsMerged whether cells may be merged across rows
 * @throws TablesError where it is something else, damaged or out of bounds
 */
export const workbookSheets = (bytes: Uint8Array, keepsMerged = false): SheetSources => {
  checkFirstBytes(bytes);
  const archive = openWorkbook(bytes);
  checkWorkbook(archive);
  const parts = readWorkbookParts(archive);
  const shared = parts.sharedStrings === null ? [] : readSharedStrings(archive, parts.sharedStrings);
  const dateStyles = parts.styles === null ? [] : readDateStyles(archive, parts.styles);
  const sheets = parts.sheets.map(({ name, isHidden, part }): SheetSource => ({
    sheet: name,
    name,
    isHidden,
    read(problems) {
      const reader = new SheetReader({ part, sheet: name, shared, dateStyles, problems, keepsMerged });
      readXml(part, archive.pieces(part), reader);
      return reader.grid();
    },
  }));
  return { noun: { zh: '工作表', en: 'sheet' }, nameFor: ({ label }) => label, sheets };
};
