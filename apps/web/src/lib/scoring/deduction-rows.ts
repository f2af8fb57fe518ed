import type { DeductionEntry, DeductionItem } from '@gongping/scoring';

/** A line of the list of deductions: an item of the rule with a count, or (`item` null) a free one with marks. */
export interface DeductionRow {
  readonly item: string | null;
  /** Occurrences, for an item of the rule; marks, for a free deduction. */
  readonly amount: number | null;
  readonly reason: string;
}

export const freeRow: DeductionRow = { item: null, amount: null, reason: '' };

/** The rule's items in their order, each with what was entered or an untouched line; free deductions last. */
export function deductionRows(
  items: readonly DeductionItem[],
  entries: readonly DeductionEntry[],
): DeductionRow[] {
  const rows = entries.map(rowOf);
  const known = new Set(items.map(({ code }) => code));
  const ofItems = items.flatMap(({ code }): DeductionRow[] => {
    const entered = rows.filter((row) => row.item === code);
    return entered.length > 0 ? entered : [{ item: code, amount: null, reason: '' }];
  });
  return [...ofItems, ...rows.filter(({ item }) => item === null || !known.has(item))];
}

/** Whether nobody has written anything into the line. */
export function isUntouched(row: DeductionRow): boolean {
  return row.amount === null && row.reason.trim() === '';
}

/** Whether the line has a place for a reason: where it deducts, or has one already. */
export function hasReason({ item, amount, reason }: DeductionRow): boolean {
  return item === null || (amount ?? 0) > 0 || reason !== '';
}

export interface DeductionInput {
  readonly entries: DeductionEntry[];
  /** Line that each entry comes from, so that a problem can be shown where it lies. */
  readonly rowOfEntry: number[];
  /** Lines with a reason and no number yet. */
  readonly unfinished: number[];
}

/** The lines as entries; an untouched line and a bare 0 are none. */
export function deductionInput(rows: readonly DeductionRow[]): DeductionInput {
  const result: DeductionInput = { entries: [], rowOfEntry: [], unfinished: [] };
  for (const [index, row] of rows.entries()) {
    if (isUntouched(row) || (row.amount === 0 && row.reason.trim() === '')) continue;
    if (row.amount === null) {
      result.unfinished.push(index);
      continue;
    }
    const { item, amount, reason } = row;
    result.entries.push(item === null ? { item, marks: amount, reason } : { item, count: amount, reason });
    result.rowOfEntry.push(index);
  }
  return result;
}

function rowOf(entry: DeductionEntry): DeductionRow {
  return entry.item === null
    ? { item: null, amount: entry.marks, reason: entry.reason }
    : { item: entry.item, amount: entry.count, reason: entry.reason };
}
