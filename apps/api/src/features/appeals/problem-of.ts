import type { ProblemItem, Score } from '@gongping/contracts';
import { roundHalfUp, type DeductionEntry, type Rule, type RuleInput } from '@gongping/scoring';
import type { Cell } from '../score-sheets/sheets.access.ts';

type Scored = Pick<Score, 'state' | 'marks' | 'fullMarks'>;

/** Marks lost at a leaf inside the 100; what is unscored, N/A, a bonus or a veto loses none. */
export function lostMarks(role: Cell['leaf']['row']['role'], { state, marks, fullMarks }: Scored): number {
  if (role !== 'score' || state !== 'scored' || marks === null) return 0;
  // Differences of decimals carry binary dust; the database keeps ten decimals of marks.
  return Math.max(0, roundHalfUp(Number(fullMarks) - Number(marks), 10));
}

/** Whether a leaf stands in the unit's list: marks lost, N/A, any bonus, a veto triggered. */
export function isProblem(role: Cell['leaf']['row']['role'], score: Scored): boolean {
  if (role === 'bonus') return true;
  if (role === 'veto') return score.state === 'scored' && Number(score.marks) === 1;
  return score.state === 'not_applicable' || lostMarks(role, score) > 0;
}

/** The single deductions of an input with what the rule calls them; free ones have no name. */
export function deductionsOf(rule: Rule, input: RuleInput | null): ProblemItem['deductions'] {
  if (input === null || !('deductions' in input)) return [];
  const items = rule.method === 'deduct' ? rule.items : rule.method === 'ratio' ? rule.deductions : [];
  const labels = new Map(items.map(({ code, label }) => [code, label]));
  return input.deductions.map((entry: DeductionEntry) => ({
    label: entry.item === null ? null : (labels.get(entry.item) ?? null),
    count: entry.item === null ? 1 : entry.count,
    reason: entry.reason,
  }));
}
