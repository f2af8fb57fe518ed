import type { GradedRule, RatioRule, Rule, RuleInput } from '@gongping/scoring';
import { deductionInput } from './deduction-rows.ts';
import type { Draft, DraftOf } from './draft.ts';

/** What the fields amount to; `unfinished` names the fields still to be filled in. */
export type DraftInput =
  | { readonly kind: 'empty' }
  | { readonly kind: 'unfinished'; readonly paths: readonly string[] }
  | { readonly kind: 'input'; readonly input: RuleInput; readonly rowOfEntry: readonly number[] };

const empty: DraftInput = { kind: 'empty' };
const complete = (input: RuleInput, rowOfEntry: readonly number[] = []): DraftInput => ({
  kind: 'input',
  input,
  rowOfEntry,
});
const unfinished = (...paths: string[]): DraftInput => ({ kind: 'unfinished', paths });

/** The input that the fields of a leaf amount to, if they are filled in. */
export function draftInput(rule: Rule, draft: Draft): DraftInput {
  if (draft.method === 'ratio' && rule.method === 'ratio') return ratioInput(rule, draft);
  if (draft.method === 'graded' && rule.method === 'graded') return gradedInput(rule, draft);
  if (draft.method === 'checklist') {
    const { met, zero, none } = draft;
    return met.length > 0 || zero || none ? complete({ method: 'checklist', met, zero }) : empty;
  }
  if (draft.method === 'deduct') return deductInput(draft);
  if (draft.method === 'bonus') {
    return draft.marks === null ? empty : complete({ method: 'bonus', marks: draft.marks });
  }
  if (draft.method === 'veto') {
    return draft.triggered === null ? empty : complete({ method: 'veto', triggered: draft.triggered });
  }
  return empty;
}

function ratioInput(rule: RatioRule, draft: DraftOf<'ratio'>): DraftInput {
  const { entries, rowOfEntry, unfinished: open } = deductionInput(draft.deductions);
  const openRows = open.map((row) => `deductions.${row}`);
  const nothingElse = entries.length === 0 && open.length === 0;
  if (rule.credits.length > 0) {
    const counts: Record<string, number> = {};
    const missing: string[] = [];
    for (const { code } of rule.credits) {
      const count = draft.counts[code] ?? null;
      if (count === null) missing.push(`counts.${code}`);
      else counts[code] = count;
    }
    if (missing.length === rule.credits.length && nothingElse) return empty;
    if (missing.length + openRows.length > 0) return unfinished(...missing, ...openRows);
    // The engine works numerator and denominator out of the counts and does not read these two.
    return complete(
      { method: 'ratio', numerator: 0, denominator: 0, counts, deductions: entries },
      rowOfEntry,
    );
  }
  const { numerator } = draft;
  const fixed = rule.denominatorRule.kind === 'fixed' ? rule.denominatorRule.value : null;
  const denominator = fixed ?? draft.denominator;
  if (numerator === null && (fixed !== null || denominator === null) && nothingElse) return empty;
  if (numerator === null || denominator === null || open.length > 0) {
    const missing = [
      ...(numerator === null ? ['numerator'] : []),
      ...(denominator === null ? ['denominator'] : []),
    ];
    return unfinished(...missing, ...openRows);
  }
  return complete({ method: 'ratio', numerator, denominator, deductions: entries }, rowOfEntry);
}

function gradedInput(rule: GradedRule, { level, coefficient }: DraftOf<'graded'>): DraftInput {
  if (level === null) return empty;
  const chosen = rule.levels.find(({ code }) => code === level);
  if (chosen === undefined || typeof chosen.coefficient === 'number') {
    return complete({ method: 'graded', level });
  }
  return coefficient === null
    ? unfinished('coefficient')
    : complete({ method: 'graded', level, coefficient });
}

function deductInput({ deductions, none }: DraftOf<'deduct'>): DraftInput {
  const { entries, rowOfEntry, unfinished: open } = deductionInput(deductions);
  if (open.length > 0) return unfinished(...open.map((row) => `deductions.${row}`));
  const saidZero = deductions.some(({ amount }) => amount === 0);
  if (entries.length === 0 && !none && !saidZero) return empty;
  return complete({ method: 'deduct', deductions: entries }, rowOfEntry);
}
