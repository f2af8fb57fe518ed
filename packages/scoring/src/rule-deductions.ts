import type { RuleProblem } from './problem.ts';
import type { DeductionEntry, DeductionItem } from './rule.ts';
import { checkCount, checkNonNegative } from './rule-checks.ts';

export interface DeductionSum {
  /** Marks taken off, before the floor at 0. */
  readonly marks: number;
  /** Whether any of them takes marks without saying why. */
  readonly lacksReason: boolean;
}

/**
 * Marks taken off: Σ share × full marks × count over the rule's items, plus the marks of free deductions.
 * An item that counts once may occur once over all entries. Problems are added to `problems`.
 */
export const sumDeductions = (
  items: readonly DeductionItem[],
  entries: readonly DeductionEntry[],
  context: { readonly fullMarks: number; readonly problems: RuleProblem[] },
): DeductionSum => {
  const { fullMarks, problems } = context;
  const byCode = new Map(items.map((item) => [item.code, item]));
  const counts = new Map<string, number>();
  let marks = 0;
  let lacksReason = false;
  for (const [i, entry] of entries.entries()) {
    const path = `deductions.${i}`;
    let taken: number;
    if (entry.item === null) {
      if (!checkNonNegative(entry.marks, `${path}.marks`, problems)) continue;
      taken = entry.marks;
    } else {
      const item = byCode.get(entry.item);
      if (item === undefined) {
        problems.push({ path: `${path}.item`, code: 'deduction-unknown', params: { code: entry.item } });
        continue;
      }
      if (!checkCount(entry.count, `${path}.count`, problems)) continue;
      const count = (counts.get(item.code) ?? 0) + entry.count;
      counts.set(item.code, count);
      if (item.per === 'once' && count > 1) {
        problems.push({ path: `${path}.count`, code: 'deduction-once', params: { code: item.code, count } });
        continue;
      }
      taken = item.share * fullMarks * entry.count;
    }
    marks += taken;
    if (taken > 0 && entry.reason.trim() === '') lacksReason = true;
  }
  return { marks, lacksReason };
};
