import { openArchive } from './archive.ts';
import { readDateStyles } from './date-styles.ts';
import { checkFirstBytes, checkWorkbook } from './office-file.ts';
import type { SheetSource, SheetSources } from './read-sheets.ts';
import { readSharedStrings } from './shared-strings.ts';
import { SheetReader } from './sheet-reader.ts';
import { readWorkbookParts } from './workbook-parts.ts';
import { readXml } from './xml-part.ts';

/**
 * The sheets of an .xlsx workbook.
 *
 * @throws TablesError where it is something else, damaged or out of bounds
 */
export const workbookSheets = (bytes: Uint8Array): SheetSources => {
  checkFirstBytes(bytes);
  const archive = openArchive(bytes);
  checkWorkbook(archive);
  const parts = readWorkbookParts(archive);
  const shared = parts.sharedStrings === null ? [] : readSharedStrings(archive, parts.sharedStrings);
  const dateStyles = parts.styles === null ? [] : readDateStyles(archive, parts.styles);
  const sheets = parts.sheets.map(({ name, isHidden, part }): SheetSource => ({
    sheet: name,
    name,
    isHidden,
    read(problems) {
      const reader = new SheetReader({ part, sheet: name, shared, dateStyles, problems });
      readXml(part, archive.pieces(part), reader);
      return reader.grid();
    },
  }));
  return { noun: { zh: '工作表', en: 'sheet' }, nameFor: ({ label }) => label, sheets };
};
