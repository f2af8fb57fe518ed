import type { DeductionEntry, Rule, RuleInput } from '@gongping/scoring';
import { z } from 'zod';
import { localText, printable } from './text.ts';

const share = z.number().min(0).max(1);
const deductionItem = z.object({
  code: z.string(),
  label: localText,
  share,
  per: z.enum(['once', 'occurrence']),
});

/** The typed rule of a leaf; see `Rule` in `@gongping/scoring`. */
export const rule = z.discriminatedUnion('method', [
  z.object({
    method: z.literal('ratio'),
    numerator: localText,
    denominator: localText,
    denominatorRule: z.union([
      z.object({ kind: z.enum(['fixed', 'upTo', 'lessExempt']), value: z.number().positive() }),
      z.object({ kind: z.literal('counted') }),
    ]),
    credits: z.array(z.object({ code: z.string(), label: localText, credit: share })),
    deductions: z.array(deductionItem),
  }),
  z.object({
    method: z.literal('graded'),
    levels: z.array(
      z.object({
        code: z.string(),
        label: localText,
        coefficient: z.union([share, z.object({ minimum: share, maximum: share })]),
      }),
    ),
  }),
  z.object({
    method: z.literal('checklist'),
    points: z.array(z.object({ code: z.string(), label: localText, share })),
    zeroWhen: localText.nullable(),
  }),
  z.object({ method: z.literal('deduct'), items: z.array(deductionItem) }),
  z.object({ method: z.literal('bonus') }),
  z.object({ method: z.literal('veto') }),
]) satisfies z.ZodType<Rule>;

const count = z.number().min(0).max(1_000_000);
const reason = printable.trim().max(1000);
const deductionEntry = z.union([
  z.object({ item: z.string().max(32), count, reason }),
  z.object({ item: z.null(), marks: z.number().min(0).max(1000), reason }),
]) satisfies z.ZodType<DeductionEntry>;

/** What an evaluator enters for a leaf; see `RuleInput` in `@gongping/scoring`. */
export const ruleInput = z.discriminatedUnion('method', [
  z.object({
    method: z.literal('ratio'),
    numerator: count,
    denominator: count,
    counts: z.record(z.string().max(32), count).optional(),
    deductions: z.array(deductionEntry).max(50),
  }),
  z.object({ method: z.literal('graded'), level: z.string().max(32), coefficient: share.optional() }),
  z.object({ method: z.literal('checklist'), met: z.array(z.string().max(32)).max(50), zero: z.boolean() }),
  z.object({ method: z.literal('deduct'), deductions: z.array(deductionEntry).max(50) }),
  z.object({ method: z.literal('bonus'), marks: z.number().min(0).max(1000) }),
  z.object({ method: z.literal('veto'), triggered: z.boolean() }),
]) satisfies z.ZodType<RuleInput>;
