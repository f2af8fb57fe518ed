import { cellValue } from './cell-value.ts';
import type { Line, LineCell } from './lines.ts';
import { applicantsAmong, plainLabel } from './row-labels.ts';
import type { SplitLine } from './split-line.ts';

const APPLICANTS = 7;
/** Above the numbers of tables 3 and 4, never beside them. */
const HEADS = new Set(['自然人', '法人或其他组织', '商业企业', '结果维持', '尚未审结']);

/** Whether a line heads a table: it holds no row, though 总计 and 其他 name rows too. */
export const isHeader = (names: readonly string[]): boolean => names.some((name) => HEADS.has(name));

/** Learns from the headers of table 3 which columns it has and where they stand. */
export class ApplicantColumns {
  /** Places in the table, by applicant. */
  readonly #columns = new Map<number, number>();
  #named = new Set<number>();

  /** Whether there was a header, and it names no total. */
  get lackTotal(): boolean {
    return this.#named.size > 0 && !this.#named.has(APPLICANTS - 1);
  }

  note(labels: readonly LineCell[]): void {
    const names = labels.map(({ text }) => plainLabel(text));
    if (!isHeader(names) || names.includes('结果维持')) return;
    if (names.includes('自然人')) {
      this.#named = new Set();
      this.#columns.clear();
    }
    for (const { text, column } of labels) {
      const [applicant] = applicantsAmong([plainLabel(text)]);
      if (applicant === undefined) continue;
      this.#named.add(applicant);
      if (column !== null) this.#columns.set(applicant, column);
    }
  }

  /**
   * A line told apart by the columns of the header.
   *
   * @returns null where its cells do not stand below all of them and nothing beyond
   */
  split({ cells }: Line): SplitLine | null {
    const columns = [...this.#columns].toSorted(([a], [b]) => a - b).map(([, column]) => column);
    const [first, last] = [columns[0], columns.at(-1)];
    if (columns.length !== APPLICANTS || first === undefined || last === undefined) return null;
    const values = columns.flatMap((column) => cells.find((cell) => cell.column === column) ?? []);
    const isBeyond = cells.some(({ column, text }) => (column ?? 0) > last && text.trim() !== '');
    if (values.length !== APPLICANTS || isBeyond) return null;
    const labels = cells.filter(
      ({ column, text }) => column !== null && column < first && cellValue(text).kind === 'words',
    );
    return labels.length === 0 ? null : { labels, values };
  }
}
