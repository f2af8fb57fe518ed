import { BundleProblems } from './bundle-error.ts';
import type { CsvRow } from './csv-table.ts';
import { readCsvTable } from './csv-table.ts';
import { parseDecimalCell } from './decimal-cell.ts';

/** Ratings as they stand in `ratings.csv`. */
export interface Ratings {
  /** Subjects × raters in order of appearance; null where there is no rating. Numbers where all of them are. */
  readonly ratings: readonly (readonly (number | string | null)[])[];
  readonly subjects: readonly string[];
  readonly raters: readonly string[];
}

const CODES = ['subject', 'rater'] as const;

const placeOf = (places: Map<string, number>, code: string): number => {
  const place = places.get(code) ?? places.size;
  places.set(code, place);
  return place;
};

/**
 * Reads `subject,rater,rating`, a rating being empty where it is missing.
 *
 * @throws BundleError naming file, line and column of everything that is wrong: an empty code, a second rating of the
 *   same subject by the same rater, no rating at all
 */
export const readRatings = (file: string, bytes: Uint8Array): Ratings => {
  const problems = new BundleProblems();
  const { rows } = readCsvTable(file, bytes, { required: [...CODES, 'rating'], problems });
  const subjects = new Map<string, number>();
  const raters = new Map<string, number>();
  const lines = new Map<string, number>();
  const cells: { readonly subject: number; readonly rater: number; readonly text: string }[] = [];
  const read = (row: CsvRow): void => {
    const [subject, rater] = CODES.map((column) => row.cell(column).trim());
    for (const column of CODES) {
      if (row.cell(column).trim() !== '') continue;
      const sentence = { zh: '这一格不能为空。', en: 'This cell must not be empty.' };
      problems.add({ file, line: row.line, column, sentence });
      return;
    }
    const at = { subject: placeOf(subjects, subject ?? ''), rater: placeOf(raters, rater ?? '') };
    const first = lines.get(`${at.subject}/${at.rater}`);
    if (first !== undefined) {
      const sentence = {
        zh: `“${rater}”对“${subject}”的评分在第 ${first} 行已有，请删去一条。`,
        en: `“${rater}” has rated “${subject}” on line ${first} already; remove one of the two.`,
      };
      problems.add({ file, line: row.line, column: 'rater', sentence });
      return;
    }
    lines.set(`${at.subject}/${at.rater}`, row.line);
    cells.push({ ...at, text: row.cell('rating').trim() });
  };
  for (const row of rows) read(row);
  if (cells.every(({ text }) => text === '')) {
    const sentence = { zh: '文件中没有任何评分。', en: 'The file has no rating.' };
    problems.add({ file, line: null, column: 'rating', sentence });
  }
  problems.throwIfAny();
  const given = cells.filter(({ text }) => text !== '');
  const numeric = given.every(({ text }) => typeof parseDecimalCell(text) === 'number');
  const ratings = Array.from(subjects, () => Array.from(raters, (): number | string | null => null));
  for (const { subject, rater, text } of given) {
    const line = ratings[subject];
    if (line !== undefined) line[rater] = numeric ? Number(text) : text;
  }
  return { ratings, subjects: [...subjects.keys()], raters: [...raters.keys()] };
};
