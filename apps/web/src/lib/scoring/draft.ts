import type { Rule, RuleInput } from '@gongping/scoring';
import { deductionRows, type DeductionRow } from './deduction-rows.ts';

/**
 * What stands in the fields of one leaf. Unlike a `RuleInput` it can be half filled in: `null` is a field that
 * nobody has touched, which is not the same as 0. Nothing is ever filled in on somebody's behalf.
 */
export type Draft =
  | {
      readonly method: 'ratio';
      readonly numerator: number | null;
      readonly denominator: number | null;
      /** By credit code; empty where the rule has no credits. */
      readonly counts: Readonly<Record<string, number | null>>;
      readonly deductions: readonly DeductionRow[];
    }
  | { readonly method: 'graded'; readonly level: string | null; readonly coefficient: number | null }
  | {
      readonly method: 'checklist';
      readonly met: readonly string[];
      readonly zero: boolean;
      /** Said in so many words: not one point is met. */
      readonly none: boolean;
    }
  | {
      readonly method: 'deduct';
      readonly deductions: readonly DeductionRow[];
      /** Said in so many words: nothing to deduct. */
      readonly none: boolean;
    }
  | { readonly method: 'bonus'; readonly marks: number | null }
  | { readonly method: 'veto'; readonly triggered: boolean | null };

export type DraftOf<Method extends Draft['method']> = Extract<Draft, { method: Method }>;

/** The fields for a rule: untouched where `input` is null or was made for another method. */
export function draftOf(rule: Rule, input: RuleInput | null): Draft {
  switch (rule.method) {
    case 'ratio': {
      const given = input?.method === 'ratio' ? input : null;
      const counts = rule.credits.map(({ code }) => [code, given ? (given.counts?.[code] ?? 0) : null]);
      const credited = rule.credits.length > 0;
      return {
        method: 'ratio',
        numerator: credited ? null : (given?.numerator ?? null),
        denominator: credited ? null : (given?.denominator ?? null),
        counts: Object.fromEntries(counts),
        deductions: deductionRows(rule.deductions, given?.deductions ?? []),
      };
    }
    case 'graded': {
      const given = input?.method === 'graded' ? input : null;
      return { method: 'graded', level: given?.level ?? null, coefficient: given?.coefficient ?? null };
    }
    case 'checklist': {
      const given = input?.method === 'checklist' ? input : null;
      const met = given?.met ?? [];
      const zero = given?.zero ?? false;
      return { method: 'checklist', met, zero, none: given !== null && met.length === 0 && !zero };
    }
    case 'deduct': {
      const given = input?.method === 'deduct' ? input : null;
      return {
        method: 'deduct',
        deductions: deductionRows(rule.items, given?.deductions ?? []),
        none: given?.deductions.length === 0,
      };
    }
    case 'bonus':
      return { method: 'bonus', marks: input?.method === 'bonus' ? input.marks : null };
    case 'veto':
      return { method: 'veto', triggered: input?.method === 'veto' ? input.triggered : null };
  }
}
