import type { ScoreState } from '@gongping/contracts';
import { evaluateRule, type Rule, type RuleInput, type RuleProblem } from '@gongping/scoring';
import { draftInput } from './draft-input.ts';
import { draftOf, type Draft } from './draft.ts';

/** Everything somebody can change about one leaf of one unit, besides its evidence. */
export interface Edit {
  readonly draft: Draft;
  readonly notApplicable: boolean;
  readonly reason: string;
}

/** A leaf as the rule sees it; `fullMarks` are those for the unit's kind. */
export interface Leaf {
  readonly rule: Rule;
  readonly fullMarks: number;
}

/** What an edit amounts to under the rule. */
export type Judgement =
  | { readonly kind: 'unscored' }
  | { readonly kind: 'not-applicable'; readonly lacksReason: boolean }
  | { readonly kind: 'unfinished'; readonly paths: readonly string[] }
  | { readonly kind: 'invalid'; readonly problems: readonly RuleProblem[] }
  | {
      readonly kind: 'scored';
      /** Null for the mean of two different entries, which follows from none. */
      readonly input: RuleInput | null;
      readonly marks: number;
      readonly lost: number;
      /** Whether a reason beside the deductions' own is wanted. */
      readonly needsReason: boolean;
    };

/** What is sent to be saved, without the revision. */
export interface Write {
  readonly state: ScoreState;
  readonly input: RuleInput | null;
  readonly reason: string;
}

export function editOf(leaf: Leaf, saved: Write): Edit {
  const { state, input, reason } = saved;
  return { draft: draftOf(leaf.rule, input), notApplicable: state === 'not_applicable', reason };
}

/** Marks or problems of an edit, by the same engine as everywhere. */
export function judge(leaf: Leaf, edit: Edit): Judgement {
  if (edit.notApplicable) return { kind: 'not-applicable', lacksReason: edit.reason.trim() === '' };
  const given = draftInput(leaf.rule, edit.draft);
  if (given.kind === 'empty') return { kind: 'unscored' };
  if (given.kind === 'unfinished') return given;
  const outcome = evaluateRule(leaf.rule, given.input, leaf.fullMarks);
  if (!outcome.ok) return { kind: 'invalid', problems: outcome.problems.map(atRow(given.rowOfEntry)) };
  const { marks, lost, needsReason } = outcome;
  return { kind: 'scored', input: given.input, marks, lost, needsReason };
}

/** The judgement of a score that no entry of its own leads to: the mean of two raters. */
export function judgeMean(leaf: Leaf, marks: number): Judgement {
  const isExtra = leaf.rule.method === 'bonus' || leaf.rule.method === 'veto';
  const lost = isExtra ? 0 : Math.max(0, leaf.fullMarks - marks);
  return { kind: 'scored', input: null, marks, lost, needsReason: isExtra ? marks > 0 : lost > 0 };
}

/** What can be saved of an edit; null while it is half filled in, wrong, or N/A without its reason. */
export function writeOf(judgement: Judgement, edit: Edit): Write | null {
  const reason = edit.reason.trim();
  if (judgement.kind === 'unscored') return { state: 'unscored', input: null, reason };
  if (judgement.kind === 'scored') return { state: 'scored', input: judgement.input, reason };
  if (judgement.kind !== 'not-applicable' || judgement.lacksReason) return null;
  return { state: 'not_applicable', input: null, reason };
}

/** Whether two writes say the same; the order of keys does not matter. */
export function sameWrite(a: Write, b: Write): boolean {
  return a.state === b.state && a.reason === b.reason && canonical(a.input) === canonical(b.input);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** The engine counts entries; people see lines, of which some are still blank. */
function atRow(rowOfEntry: readonly number[]) {
  return (problem: RuleProblem): RuleProblem => ({
    ...problem,
    path: problem.path.replace(
      /^deductions\.(\d+)/,
      (_, entry: string) => `deductions.${rowOfEntry[Number(entry)] ?? entry}`,
    ),
  });
}
