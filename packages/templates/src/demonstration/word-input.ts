import { roundHalfUp, type Rule, type RuleInput } from '@gongping/scoring';
import { wordRatio } from './ratio-wording.ts';
import type { LeafStory } from './stories/story.ts';
import type { WordingContext } from './wording.ts';
import { fill, wordingAt } from './wording.ts';

export interface WordedInput {
  readonly input: RuleInput;
  /** Null where nothing is lost. */
  readonly reason: string | null;
}

/**
 * Says why an input loses what it loses: in the reasons of its deductions and in one for the leaf.
 * @throws RangeError where rule, input and story are not of one method
 */
export function wordInput(
  rule: Rule,
  input: RuleInput,
  { story, context }: { story: LeafStory; context: WordingContext },
): WordedInput {
  const { found } = story;
  if (rule.method === 'ratio' && input.method === 'ratio' && found.method === 'ratio') {
    return wordRatio(rule, input, { story: found, context });
  }
  if (rule.method === 'graded' && input.method === 'graded' && found.method === 'graded') {
    const at = rule.levels.findIndex(({ code }) => code === input.level);
    if (at === 0) return { input, reason: null };
    const rate =
      input.coefficient === undefined ? '' : `，达标比例 ${roundHalfUp(input.coefficient * 100, 0)}%`;
    return { input, reason: `${fill(wordingAt(found.levels, at, context), context)}${rate}。` };
  }
  if (rule.method === 'checklist' && input.method === 'checklist' && found.method === 'checklist') {
    if (input.zero) return { input, reason: `${fill(found.zero ?? '', context)}。` };
    const unmet = rule.points.flatMap(({ code }, at) =>
      input.met.includes(code) ? [] : [fill(wordingAt(found.points, at, context), context)],
    );
    return { input, reason: unmet.length === 0 ? null : `${unmet.join('；')}。` };
  }
  if (rule.method === 'deduct' && input.method === 'deduct' && found.method === 'deduct') {
    const deductions = input.deductions.map((entry) => {
      if (entry.item === null) return entry;
      const at = rule.items.findIndex(({ code }) => code === entry.item);
      const values = { count: entry.count };
      return { ...entry, reason: `${fill(wordingAt(found.items, at, context), context, values)}。` };
    });
    const reasons = deductions.map(({ reason }) => reason);
    return { input: { ...input, deductions }, reason: reasons.length === 0 ? null : reasons.join('') };
  }
  throw new RangeError(`the story of leaf ${context.leaf.code} is not one of a ${rule.method}`);
}
