import type { DeductionItem, GradedRule, Level, LocalText, RatioRule, Rule } from '@gongping/scoring';
import { near, sum } from './problems.ts';

/** What is wrong with a rule, a sentence each; empty where it can be evaluated. */
export function ruleFaults(rule: Rule): readonly string[] {
  switch (rule.method) {
    case 'ratio':
      return ratioFaults(rule);
    case 'graded':
      return gradedFaults(rule);
    case 'checklist': {
      const shares = rule.points.map(({ share }) => share);
      return [
        ...repeated(rule.points),
        ...(shares.every(isShare) ? [] : ['Every share of the checklist must be above 0 and at most 1.']),
        ...(near(sum(shares), 1) ? [] : [`The shares of the checklist add up to ${sum(shares)}, not 1.`]),
      ];
    }
    case 'deduct':
      return [
        ...(rule.items.length > 0 ? [] : ['There is no deduction to choose from.']),
        ...deductionFaults(rule.items),
      ];
    case 'bonus':
    case 'veto':
      return [];
  }
}

/** Every label an evaluator reads in the rule. */
export function ruleLabels(rule: Rule): readonly LocalText[] {
  switch (rule.method) {
    case 'ratio':
      return [rule.numerator, rule.denominator, ...labelsOf(rule.credits), ...labelsOf(rule.deductions)];
    case 'graded':
      return labelsOf(rule.levels);
    case 'checklist':
      return [...labelsOf(rule.points), ...(rule.zeroWhen === null ? [] : [rule.zeroWhen])];
    case 'deduct':
      return labelsOf(rule.items);
    case 'bonus':
    case 'veto':
      return [];
  }
}

function ratioFaults({ credits, deductions, denominatorRule }: RatioRule): readonly string[] {
  const positive =
    denominatorRule.kind === 'counted' ||
    (Number.isInteger(denominatorRule.value) && denominatorRule.value > 0);
  return [
    ...(positive ? [] : ['The denominator must be a positive whole number.']),
    ...repeated(credits),
    ...(credits.every(({ credit }) => isFraction(credit)) ? [] : ['Every credit must be between 0 and 1.']),
    ...deductionFaults(deductions),
  ];
}

function gradedFaults({ levels }: GradedRule): readonly string[] {
  const bounds = levels.map(coefficientRange);
  const within = bounds.every(([low, high]) => isFraction(low) && isFraction(high) && low <= high);
  const descending = bounds.every(([low, high], index) => {
    const [lowAbove, highAbove] = bounds[index - 1] ?? [Infinity, Infinity];
    return low <= lowAbove && high <= highAbove && low + high < lowAbove + highAbove;
  });
  return [
    ...(levels.length > 1 ? [] : ['There must be at least two levels.']),
    ...repeated(levels),
    ...(within ? [] : ['Every coefficient must be between 0 and 1.']),
    ...(descending ? [] : ['The coefficients must fall from the best level to the worst.']),
  ];
}

function coefficientRange({ coefficient }: Level): readonly [number, number] {
  return typeof coefficient === 'number'
    ? [coefficient, coefficient]
    : [coefficient.minimum, coefficient.maximum];
}

function deductionFaults(items: readonly DeductionItem[]): readonly string[] {
  const shares = items.every(({ share }) => isShare(share));
  return [...repeated(items), ...(shares ? [] : ['Every deduction must be above 0 and at most 1.'])];
}

function repeated(parts: readonly { readonly code: string }[]): readonly string[] {
  const codes = parts.map(({ code }) => code);
  return codes
    .filter((code, index) => codes.indexOf(code) !== index)
    .map((code) => `The rule uses the code ${code} twice.`);
}

function labelsOf(parts: readonly { readonly label: LocalText }[]): readonly LocalText[] {
  return parts.map(({ label }) => label);
}

function isFraction(value: number): boolean {
  return value >= 0 && value <= 1;
}

function isShare(value: number): boolean {
  return value > 0 && value <= 1;
}
