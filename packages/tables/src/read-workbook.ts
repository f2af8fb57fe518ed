import type { Grid } from './grid.ts';
import { limits } from './limits.ts';
import { refuseByName } from './office-file.ts';
import { readBytes } from './stored-bytes.ts';
import { TableProblems } from './table-problems.ts';
import { tablesError } from './tables-error.ts';
import { workbookSheets } from './workbook-sheets.ts';

/**
 * The sheets of an `.xlsx` workbook that another program has laid out, without any meaning.
 *
 * @param options.keepsMerged cells merged across rows are a problem unless this is set; then they are told
 * @throws TablesError where it is something else, damaged or out of bounds, or a cell cannot be read
 */
export const readWorkbook = async (
  path: string,
  { keepsMerged = false }: { readonly keepsMerged?: boolean } = {},
): Promise<readonly Grid[]> => {
  if (!/\.xlsx$/i.test(path)) throw refuseByName(path);
  const { sheets } = workbookSheets(readBytes(path), keepsMerged);
  if (sheets.length > limits.sheets) {
    throw tablesError(null, {
      zh: `工作表有 ${sheets.length} 个，最多 ${limits.sheets} 个，请只留需要的。`,
      en: `There are ${sheets.length} sheets, at most ${limits.sheets} are read; keep those that are needed.`,
    });
  }
  const problems = new TableProblems();
  const grids = sheets.filter(({ isHidden }) => !isHidden).map((source) => source.read(problems));
  problems.throwIfAny();
  return grids;
};
