import type { LocalText } from '@gongping/scoring';

/** One thing wrong with a file of tables. */
export interface TableProblem {
  /** Name of the sheet or of the CSV file, as in the person's file; null where the file as a whole is meant. */
  readonly sheet: string | null;
  /** 1 for the header; null where no one row is meant. */
  readonly row: number | null;
  /** As a person finds it: letter and header in a workbook, `C（满分）`; the header in CSV. */
  readonly column: string | null;
  readonly sentence: LocalText;
}

/** `C（满分）` in a workbook; whatever else is the header of a CSV file. */
const LETTER_AND_HEADER = /^([A-Z]{1,3})(?:（(.*)）)?$/su;

const placeInChinese = ({ sheet, row, column }: TableProblem): readonly string[] => {
  const [, letter, header] = LETTER_AND_HEADER.exec(column ?? '') ?? [];
  const named = letter === undefined ? `“${column ?? ''}”列` : `${letter} 列${header ? `（${header}）` : ''}`;
  return [
    ...(sheet === null ? [] : [isCsv(sheet) ? `文件 ${sheet}` : `工作表 ${sheet}`]),
    ...(row === null ? [] : [`第 ${row} 行`]),
    ...(column === null ? [] : [named]),
  ];
};

const placeInEnglish = ({ sheet, row, column }: TableProblem): readonly string[] => {
  const [, letter, header] = LETTER_AND_HEADER.exec(column ?? '') ?? [];
  const named = letter === undefined ? (column ?? '') : `${letter}${header ? ` (${header})` : ''}`;
  return [
    ...(sheet === null ? [] : [isCsv(sheet) ? `file ${sheet}` : `sheet ${sheet}`]),
    ...(row === null ? [] : [`row ${row}`]),
    ...(column === null ? [] : [`column ${named}`]),
  ];
};

/** Where and what in one line, for a terminal: `工作表 单位，第 3 行，C 列（类别）：…`. */
export const describeTableProblem = (problem: TableProblem, language: keyof LocalText = 'en'): string => {
  const place = language === 'zh' ? placeInChinese(problem).join('，') : placeInEnglish(problem).join(', ');
  if (place === '') return problem.sentence[language];
  return `${place}${language === 'zh' ? '：' : ': '}${problem.sentence[language]}`;
};

const isCsv = (sheet: string): boolean => /\.csv$/i.test(sheet);

/** The tables cannot be read or written. `count` may exceed the problems listed. */
export class TablesError extends Error {
  readonly problems: readonly TableProblem[];
  readonly count: number;

  constructor(problems: readonly TableProblem[], count = problems.length) {
    const [first] = problems;
    const more = count > 1 ? ` (1 of ${count} problems)` : '';
    super(`${first === undefined ? 'The tables cannot be read.' : describeTableProblem(first)}${more}`);
    this.name = 'TablesError';
    this.problems = problems;
    this.count = count;
  }
}

/** Ends reading at once: without this there is nothing further to check. */
export const tablesError = (
  sheet: string | null,
  sentence: LocalText,
  at: { readonly row?: number | null; readonly column?: string | null } = {},
): TablesError => new TablesError([{ sheet, row: at.row ?? null, column: at.column ?? null, sentence }]);
