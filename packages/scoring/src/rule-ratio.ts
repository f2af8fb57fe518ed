import type { RuleProblem } from './problem.ts';
import type { RatioDenominator, RatioRule, RuleInput } from './rule.ts';
import { checkCount, checkNonNegative } from './rule-checks.ts';

export type RatioInput = Extract<RuleInput, { method: 'ratio' }>;

export interface RatioParts {
  readonly numerator: number;
  readonly denominator: number;
}

const creditedParts = (rule: RatioRule, input: RatioInput, problems: RuleProblem[]): RatioParts | null => {
  const { counts } = input;
  if (counts === undefined) {
    problems.push({ path: 'counts', code: 'counts-missing', params: {} });
    return null;
  }
  for (const code of Object.keys(counts)) {
    if (!rule.credits.some((credit) => credit.code === code)) {
      problems.push({ path: `counts.${code}`, code: 'credit-unknown', params: { code } });
    }
  }
  let numerator = 0;
  let denominator = 0;
  for (const { code, credit } of rule.credits) {
    const count = Object.hasOwn(counts, code) ? (counts[code] ?? 0) : 0;
    if (!checkCount(count, `counts.${code}`, problems)) continue;
    numerator += count * credit;
    denominator += count;
  }
  return { numerator, denominator };
};

const checkDenominator = (rule: RatioDenominator, denominator: number, problems: RuleProblem[]): void => {
  const path = 'denominator';
  if (denominator === 0) {
    problems.push({ path, code: 'denominator-zero', params: {} });
    return;
  }
  if (rule.kind === 'fixed' && denominator !== rule.value) {
    problems.push({ path, code: 'denominator-fixed', params: { expected: rule.value, actual: denominator } });
  }
  if (rule.kind !== 'upTo' && rule.kind !== 'lessExempt') return;
  if (checkCount(denominator, path, problems) && denominator > rule.value) {
    problems.push({
      path,
      code: 'denominator-above-maximum',
      params: { maximum: rule.value, actual: denominator },
    });
  }
};

/**
 * Numerator and denominator of a ratio: as entered, or, where the rule has credits, Σ count × credit over Σ counts
 * (what was entered as numerator and denominator is then not used). Null where problems were added.
 */
export const ratioParts = (
  rule: RatioRule,
  input: RatioInput,
  problems: RuleProblem[] = [],
): RatioParts | null => {
  const before = problems.length;
  const credited = rule.credits.length > 0;
  if (!credited && input.counts !== undefined) {
    problems.push({ path: 'counts', code: 'counts-unexpected', params: {} });
  }
  const parts = credited ? creditedParts(rule, input, problems) : input;
  if (parts === null || problems.length > before) return null;
  const { numerator, denominator } = parts;
  const numeratorFits = checkNonNegative(numerator, 'numerator', problems);
  if (!checkNonNegative(denominator, 'denominator', problems) || !numeratorFits) return null;
  checkDenominator(rule.denominatorRule, denominator, problems);
  if (denominator > 0 && numerator > denominator) {
    problems.push({
      path: 'numerator',
      code: 'numerator-above-denominator',
      params: { numerator, denominator },
    });
  }
  return problems.length > before ? null : { numerator, denominator };
};
