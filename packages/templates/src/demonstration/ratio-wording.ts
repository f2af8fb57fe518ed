import { roundHalfUp, type RatioRule, type RuleInput } from '@gongping/scoring';
import type { RatioStory } from './stories/story.ts';
import type { WordingContext } from './wording.ts';
import { fill } from './wording.ts';

type Ratio = Extract<RuleInput, { method: 'ratio' }>;

/** More names than this are summed up with 等. */
const mostNamed = 5;

/** Names with the ending that makes them agree with how many were missed. */
function nameList(sentence: string, names: readonly string[], missed: number): string {
  const listed = names.join('、');
  if (names.length >= missed || sentence.includes('{items}等')) return listed;
  return sentence.includes('{missed}') ? `${listed}等` : `${listed}等 ${missed} 个`;
}

function say(
  sentence: string,
  names: readonly string[],
  { missed, context }: { missed: number; context: WordingContext },
): string {
  const filled = fill(sentence, context, { missed, items: nameList(sentence, names, missed) });
  return filled.replace('等 1 ', ' 1 ').replace('》 1 ', '》1 ');
}

/** Names of the tasks behind, each with its score rate: the fewest that explain the sum. */
function tasksBehind(input: Ratio, { tasks, stream }: WordingContext): readonly string[] {
  const tenths = roundHalfUp((input.denominator - input.numerator) * 10, 0);
  const count = [1, 2, 3].find((many) => tenths % many === 0 && tenths / many <= 7) ?? 1;
  return stream
    .sample(tasks, count)
    .map(({ clause, task }) => `“${task.zh}”（第 ${clause} 条，得分率 ${100 - (tenths * 10) / count}%）`);
}

/** What of a ratio's sample was found wanting, or null where nothing was. */
function findings(
  rule: RatioRule,
  input: Ratio,
  { story, context }: { story: RatioStory; context: WordingContext },
): string | null {
  const { stream, leaf } = context;
  if (leaf.code === 'D4-1') {
    const items = tasksBehind(input, context).join('、');
    return input.numerator === input.denominator
      ? null
      : fill(stream.pick(story.partial), context, { items });
  }
  if (rule.credits.length === 0) {
    const missed = input.denominator - input.numerator;
    if (missed === 0) return null;
    return say(stream.pick(story.none), stream.sample(story.items, Math.min(missed, mostNamed)), {
      missed,
      context,
    });
  }
  const count = (fits: (credit: number) => boolean): number =>
    rule.credits.reduce((sum, { code, credit }) => sum + (fits(credit) ? (input.counts?.[code] ?? 0) : 0), 0);
  const none = count((credit) => credit === 0);
  const partial = count((credit) => credit > 0 && credit < 1);
  const named = stream.sample(story.items, Math.min(none, mostNamed));
  const others = story.items.filter((item) => !named.includes(item));
  const sentences: string[] = [];
  if (none > 0) sentences.push(say(stream.pick(story.none), named, { missed: none, context }));
  if (partial > 0) {
    const names = stream.sample(others, Math.min(partial, mostNamed));
    sentences.push(say(stream.pick(story.partial), names, { missed: partial, context }));
  }
  return sentences.length === 0 ? null : sentences.join('；');
}

/** The input with its deductions worded, and the reason for all that it loses. */
export function wordRatio(
  rule: RatioRule,
  input: Ratio,
  { story, context }: { story: RatioStory; context: WordingContext },
): { input: RuleInput; reason: string | null } {
  const deductions = input.deductions.map((entry) => {
    const at = rule.deductions.findIndex(({ code }) => code === entry.item);
    return { ...entry, reason: `${fill(story.deductions?.[at] ?? '', context)}。` };
  });
  const found = findings(rule, input, { story, context });
  const parts = deductions.map(({ reason }) => reason);
  if (found !== null) {
    parts.unshift(`${fill(story.subject, context, { d: input.denominator })}，${found}。`);
  }
  return { input: { ...input, deductions }, reason: parts.length === 0 ? null : parts.join('') };
}
