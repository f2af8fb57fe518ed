import type { DeductionEntry, Rule, RuleInput } from '@gongping/scoring';
import { z } from 'zod';
import { code, draftText, localText, printable } from './text.ts';

const share = z.number().min(0).max(1);

/** Rules whose entries have codes and whose words have the given shapes. */
function ruleWith(itemCode: z.ZodType<string>, words: typeof localText) {
  const item = z.object({ code: itemCode, label: words });
  const deductionItem = item.extend({
    share,
    per: z.enum(['once', 'occurrence']),
    every: z.number().int().min(1).max(1000).optional(),
  });
  return z.discriminatedUnion('method', [
    z.object({
      method: z.literal('ratio'),
      numerator: words,
      denominator: words,
      denominatorRule: z.union([
        z.object({ kind: z.enum(['fixed', 'upTo', 'lessExempt']), value: z.number().positive() }),
        z.object({ kind: z.literal('counted') }),
      ]),
      credits: z.array(item.extend({ credit: share })),
      deductions: z.array(deductionItem),
    }),
    z.object({
      method: z.literal('graded'),
      levels: z.array(
        item.extend({
          coefficient: z.union([share, z.object({ minimum: share, maximum: share })]),
          days: z.number().int().min(0).max(1000).optional(),
        }),
      ),
    }),
    z.object({
      method: z.literal('checklist'),
      points: z.array(item.extend({ share })),
      zeroWhen: words.nullable(),
    }),
    z.object({ method: z.literal('deduct'), items: z.array(deductionItem) }),
    z.object({ method: z.literal('bonus') }),
    z.object({ method: z.literal('veto') }),
  ]) satisfies z.ZodType<Rule>;
}

/** The typed rule of a leaf; see `Rule` in `@gongping/scoring`. */
export const rule = ruleWith(z.string(), localText);

/** A rule as somebody who edits it sends it: bounded, of text that can be kept. Words may still be missing. */
export const draftRule = ruleWith(code, draftText);

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
