import type { DeductionItem, LocalText, Rule, RuleMethod } from '@gongping/scoring';

export type RulePart = 'credit' | 'deduction' | 'level' | 'point';

/** One entry of what a rule lists, whatever the method calls it. */
export interface RuleItem {
  readonly part: RulePart;
  readonly code: string;
  readonly label: LocalText;
  /** Credit, share or coefficient; the least coefficient where `maximum` is there. */
  readonly value: number;
  /** Of a level in proportion. */
  readonly maximum: number | null;
  /** Of a deduction. */
  readonly per: DeductionItem['per'] | null;
  /** Of a deduction: so many findings are one occurrence. */
  readonly every: number | null;
  /** Of a level: for up to so many days after the last one. */
  readonly days: number | null;
}

/** What each method lists. */
export const partsOf = {
  ratio: ['credit', 'deduction'],
  graded: ['level'],
  checklist: ['point'],
  deduct: ['deduction'],
  bonus: [],
  veto: [],
} as const satisfies Record<RuleMethod, readonly RulePart[]>;

/** The lists of a rule, in order. */
export function ruleItems(rule: Rule | null): RuleItem[] {
  const plain = { maximum: null, per: null, every: null, days: null };
  switch (rule?.method) {
    case 'ratio':
      return [
        ...rule.credits.map(({ code, label, credit }) => ({
          ...plain,
          part: 'credit' as const,
          code,
          label,
          value: credit,
        })),
        ...deductionItems(rule.deductions),
      ];
    case 'graded':
      return rule.levels.map(({ code, label, coefficient, days = null }) => ({
        ...plain,
        part: 'level',
        code,
        label,
        days,
        ...(typeof coefficient === 'number'
          ? { value: coefficient }
          : { value: coefficient.minimum, maximum: coefficient.maximum }),
      }));
    case 'checklist':
      return rule.points.map(({ code, label, share }) => ({
        ...plain,
        part: 'point',
        code,
        label,
        value: share,
      }));
    case 'deduct':
      return deductionItems(rule.items);
    default:
      return [];
  }
}

function deductionItems(items: readonly DeductionItem[]): RuleItem[] {
  return items.map(({ code, label, share, per, every = null }) => ({
    part: 'deduction',
    code,
    label,
    value: share,
    maximum: null,
    per,
    every,
    days: null,
  }));
}
