import type { RuleProblem } from './problem.ts';
import { settle } from './round.ts';
import type { ChecklistRule, GradedRule, Rule, RuleInput } from './rule.ts';
import { checkNonNegative } from './rule-checks.ts';
import { sumDeductions } from './rule-deductions.ts';
import { ratioParts } from './rule-ratio.ts';

export type RuleOutcome =
  | {
      readonly ok: true;
      /** Earned marks, 0 to full marks; for a veto 1 where it is triggered, else 0. */
      readonly marks: number;
      /** Full marks less earned marks; 0 for a bonus and a veto. */
      readonly lost: number;
      /** Whether the input departs from plain full marks (or grants a bonus, or a veto) without saying why. */
      readonly needsReason: boolean;
    }
  | { readonly ok: false; readonly problems: readonly RuleProblem[] };

interface Scored {
  readonly marks: number;
  readonly lost: number;
  readonly needsReason: boolean;
}

interface Context {
  readonly fullMarks: number;
  readonly problems: RuleProblem[];
}

/** Marks floored at 0 and freed of float dust; a loss needs a reason unless its deductions already give one. */
const earned = (raw: number, fullMarks: number, explained = false): Scored => {
  const marks = Math.max(0, settle(raw));
  const lost = Math.max(0, settle(fullMarks - marks));
  return { marks, lost, needsReason: lost > 0 && !explained };
};

const scoreGraded = (
  rule: GradedRule,
  input: Extract<RuleInput, { method: 'graded' }>,
  { fullMarks, problems }: Context,
): Scored | null => {
  const level = rule.levels.find(({ code }) => code === input.level);
  if (level === undefined) {
    problems.push({ path: 'level', code: 'level-unknown', params: { code: input.level } });
    return null;
  }
  const { coefficient } = level;
  const range =
    typeof coefficient === 'number' ? { minimum: coefficient, maximum: coefficient } : coefficient;
  const chosen = input.coefficient ?? (typeof coefficient === 'number' ? coefficient : null);
  if (chosen === null) {
    problems.push({ path: 'coefficient', code: 'coefficient-missing', params: range });
    return null;
  }
  if (!(chosen >= range.minimum && chosen <= range.maximum)) {
    const params = { ...range, actual: chosen };
    problems.push({ path: 'coefficient', code: 'coefficient-out-of-range', params });
    return null;
  }
  return earned(fullMarks * chosen, fullMarks);
};

const scoreChecklist = (
  rule: ChecklistRule,
  input: Extract<RuleInput, { method: 'checklist' }>,
  { fullMarks, problems }: Context,
): Scored | null => {
  const shares = new Map(rule.points.map(({ code, share }) => [code, share]));
  const seen = new Set<string>();
  let met = 0;
  for (const [i, code] of input.met.entries()) {
    const share = shares.get(code);
    const path = `met.${i}`;
    if (share === undefined) problems.push({ path, code: 'point-unknown', params: { code } });
    if (seen.has(code)) problems.push({ path, code: 'point-repeated', params: { code } });
    seen.add(code);
    met += share ?? 0;
  }
  if (input.zero && rule.zeroWhen === null) {
    problems.push({ path: 'zero', code: 'zero-not-offered', params: {} });
  }
  if (problems.length > 0) return null;
  return earned(input.zero ? 0 : fullMarks * Math.min(1, met), fullMarks);
};

const scoreBonus = (marks: number, { fullMarks, problems }: Context): Scored | null => {
  if (!checkNonNegative(marks, 'marks', problems)) return null;
  if (marks > fullMarks) {
    const params = { maximum: fullMarks, actual: marks };
    problems.push({ path: 'marks', code: 'bonus-above-maximum', params });
    return null;
  }
  return { marks: settle(marks), lost: 0, needsReason: marks > 0 };
};

const score = (rule: Rule, input: RuleInput, context: Context): Scored | null => {
  const { fullMarks, problems } = context;
  if (rule.method === 'ratio' && input.method === 'ratio') {
    const parts = ratioParts(rule, input, problems);
    const taken = sumDeductions(rule.deductions, input.deductions, context);
    if (parts === null) return null;
    const explained = parts.numerator === parts.denominator && !taken.lacksReason;
    return earned((fullMarks * parts.numerator) / parts.denominator - taken.marks, fullMarks, explained);
  }
  if (rule.method === 'deduct' && input.method === 'deduct') {
    const taken = sumDeductions(rule.items, input.deductions, context);
    return earned(fullMarks - taken.marks, fullMarks, !taken.lacksReason);
  }
  if (rule.method === 'graded' && input.method === 'graded') return scoreGraded(rule, input, context);
  if (rule.method === 'checklist' && input.method === 'checklist')
    return scoreChecklist(rule, input, context);
  if (rule.method === 'bonus' && input.method === 'bonus') return scoreBonus(input.marks, context);
  if (rule.method === 'veto' && input.method === 'veto') {
    return { marks: input.triggered ? 1 : 0, lost: 0, needsReason: input.triggered };
  }
  problems.push({
    path: 'method',
    code: 'method-mismatch',
    params: { expected: rule.method, actual: input.method },
  });
  return null;
};

/**
 * Marks of one leaf from what an evaluator entered.
 *
 * - ratio: full marks × numerator ÷ denominator − deductions; a denominator of 0 is a problem (mark it N/A)
 * - graded: full marks × coefficient of the level
 * - checklist: full marks × Σ shares of the points met, or 0 where the zero finding holds
 * - deduct: full marks − Σ (share × full marks × count) − free deductions
 * - bonus: the marks granted, 0 to `fullMarks` as the cap
 * - veto: 1 where triggered, else 0; `fullMarks` is not used
 *
 * Marks never fall below 0 and keep double precision; only float dust behind the tenth decimal is removed.
 * A bad input never throws: it comes back as problems with stable codes (`describeProblem` words them).
 *
 * @param fullMarks of the leaf for the unit's kind, above 0
 */
export const evaluateRule = (rule: Rule, input: RuleInput, fullMarks: number): RuleOutcome => {
  const problems: RuleProblem[] = [];
  if (rule.method !== 'veto' && !(Number.isFinite(fullMarks) && fullMarks > 0)) {
    problems.push({ path: '', code: 'full-marks-invalid', params: { value: String(fullMarks) } });
    return { ok: false, problems };
  }
  const scored = score(rule, input, { fullMarks, problems });
  return scored === null || problems.length > 0 ? { ok: false, problems } : { ok: true, ...scored };
};
