import { BundleError, readRecords } from '@gongping/bundle';
import type { PublishedTable } from '../table.ts';
import type { Agree } from './agree.ts';
import type { Findings } from './finding.ts';

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

const separator = '\u0000';

const missingColumn = (column: string) => ({
  zh: `缺少“${column}”列。`,
  en: `The column “${column}” is missing.`,
});
const raggedRow = {
  zh: '这一行的单元格数与首行不同。',
  en: 'The line has more or fewer cells than the header.',
};

const rowsOf = (file: string, bytes: Uint8Array): Row[] => {
  const rows: Row[] = [];
  readRecords(file, bytes, (cells, line) => rows.push({ cells: [...cells], line }));
  return rows;
};

/**
 * Compares a published table with what it should be, cell by cell. Columns that a later version of the product has added
 * are in neither: what is not known is told by the hash of the file alone.
 */
export const compareTable = (
  bytes: Uint8Array,
  expected: PublishedTable,
  context: {
    readonly findings: Findings;
    readonly agree: Agree;
    /** Rows are told apart by where they stand: the file has no column for it. */
    readonly numbered?: boolean;
  },
): void => {
  const { findings, agree, numbered = false } = context;
  const { file, columns, key } = expected;
  let rows: Row[];
  try {
    rows = rowsOf(file, bytes);
    if (numbered)
      rows = rows.map(({ cells, line }, at) => ({
        line,
        cells: [at === 0 ? key.join() : String(at - 1), ...cells],
      }));
  } catch (error) {
    if (!(error instanceof BundleError)) throw error;
    const [problem] = error.problems;
    findings.add({
      kind: 'unreadable',
      file,
      line: problem?.line ?? null,
      reason: problem?.sentence ?? null,
    });
    return;
  }
  const header = rows[0]?.cells ?? [];
  const places = columns.map((column) => ({ column, at: header.indexOf(column) }));
  const absent = places.filter(({ at }) => at < 0);
  for (const { column } of absent)
    findings.add({ kind: 'unreadable', file, line: 1, column, reason: missingColumn(column) });
  if (absent.some(({ column }) => key.includes(column))) return;

  const keyAt = (names: readonly string[]): number[] => key.map((column) => names.indexOf(column));
  const keyOf = (cells: readonly string[], at: readonly number[]): string =>
    at.map((place) => cells[place] ?? '').join(separator);
  const [own, theirs] = [keyAt(columns), keyAt(header)];
  const wanted = new Map(expected.rows.map((cells) => [keyOf(cells, own), cells]));
  for (const { cells, line } of rows.slice(1)) {
    const name = keyOf(cells, theirs);
    const row = name.replaceAll(separator, ' ');
    const should = wanted.get(name);
    wanted.delete(name);
    if (cells.length !== header.length)
      findings.add({ kind: 'unreadable', file, line, row, reason: raggedRow });
    else if (should === undefined) findings.add({ kind: 'row-extra', file, line, row });
    else {
      for (const [i, { column, at }] of places.entries()) {
        if (at < 0) continue;
        findings.compared += 1;
        const [published, computed] = [cells[at] ?? '', should[i] ?? ''];
        if (agree(published, computed)) continue;
        findings.add({ kind: 'differs', file, line, row, column, published, expected: computed });
      }
    }
  }
  for (const name of wanted.keys())
    findings.add({ kind: 'row-missing', file, row: name.replaceAll(separator, ' ') });
};
