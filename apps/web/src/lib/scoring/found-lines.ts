import type { Claim } from '@gongping/contracts';
import type { DeductionEntry, LocalText, Rule } from '@gongping/scoring';
import { m } from '#lib/paraglide/messages.js';

type Input = NonNullable<Claim['input']>;
interface Named {
  readonly code: string;
  readonly label: LocalText;
}

/** What was entered, in words, beside the marks that come of it: the level, the points met, the deductions. */
export function foundLines(rule: Rule, input: Input | null, say: (text: LocalText) => string): string[] {
  const named = (all: readonly Named[], code: string) => {
    const found = all.find((each) => each.code === code);
    return found ? say(found.label) : code;
  };
  const deductions = (items: readonly Named[], entries: readonly DeductionEntry[]) =>
    entries.map((entry) => {
      const what = entry.item === null ? m.scoring_deduct_free() : named(items, entry.item);
      const times = entry.item === null ? `−${entry.marks}` : `× ${entry.count}`;
      return `${what} ${times} ${entry.reason}`.trim();
    });
  if (rule.method === 'ratio' && input?.method === 'ratio') {
    const { numerator, denominator } = input;
    return [
      m.scoring_ratio_computed({ numerator, denominator }),
      ...deductions(rule.deductions, input.deductions),
    ];
  }
  if (rule.method === 'graded' && input?.method === 'graded') return [named(rule.levels, input.level)];
  if (rule.method === 'checklist' && input?.method === 'checklist') {
    if (input.zero && rule.zeroWhen) return [m.scoring_checklist_zero({ finding: say(rule.zeroWhen) })];
    return input.met.map((code) => `✓ ${named(rule.points, code)}`);
  }
  return rule.method === 'deduct' && input?.method === 'deduct'
    ? deductions(rule.items, input.deductions)
    : [];
}
