import type { LocalText } from '@gongping/scoring';
import { bundleError } from './bundle-error.ts';
import { shownText } from './shown-text.ts';

/** What a header that lacks a column most likely means. */
const adviceFor = (columns: readonly string[], missing: string): LocalText => {
  const [only = ''] = columns;
  if (columns.length === 1 && /[;\t]/.test(only)) {
    return {
      zh: '单元格之间似乎是用分号或制表符隔开的，请另存为以逗号分隔的 CSV。',
      en: ' The cells seem to be separated by semicolons or tabs; save the file with commas.',
    };
  }
  const alike = columns.find((column) => column.toLowerCase() === missing);
  if (alike === undefined) return { zh: '', en: '' };
  return {
    zh: `请把“${shownText(alike)}”改为小写的“${missing}”。`,
    en: ` Write “${shownText(alike)}” in lower case.`,
  };
};

/**
 * Checks the header line of a table.
 *
 * @throws BundleError where a column occurs twice or a required one is absent
 */
export const checkHeader = (file: string, columns: readonly string[], required: readonly string[]): void => {
  const seen = new Set<string>();
  for (const column of columns) {
    if (column !== '' && seen.has(column)) {
      const shown = shownText(column);
      const sentence = {
        zh: `列“${shown}”出现了两次，请删去一列或改名。`,
        en: `The column “${shown}” occurs twice; remove or rename one of them.`,
      };
      throw bundleError(file, sentence, { line: 1, column: shown });
    }
    seen.add(column);
  }
  const missing = required.find((column) => !seen.has(column));
  if (missing === undefined) return;
  const listed = required.join(', ');
  const advice = adviceFor(columns, missing);
  const sentence = {
    zh: `首行缺少“${missing}”列；必需的列：${listed}。${advice.zh}`,
    en: `The header line has no column “${missing}”; it needs ${listed}.${advice.en}`,
  };
  throw bundleError(file, sentence, { line: 1, column: missing });
};
