import type { ChecklistRule, DeductRule, GradedRule, Rule, RuleInput } from '@gongping/scoring';
import { ratioCandidates } from './ratio-candidates.ts';
import type { LeafStory } from './stories/story.ts';

type Graded = Extract<RuleInput, { method: 'graded' }>;
type Checklist = Extract<RuleInput, { method: 'checklist' }>;
type Deduct = Extract<RuleInput, { method: 'deduct' }>;

/** Coefficients offered where a level is proportional. */
const proportions = [0.9, 0.8, 0.75, 0.6, 0.5];
/** More than this many deductions in one leaf would read as a broken page rather than a shortcoming. */
const mostOccurrences = 3;

function gradedCandidates({ levels }: GradedRule): Graded[] {
  return levels.flatMap(({ code, coefficient }): Graded[] =>
    typeof coefficient === 'number'
      ? [{ method: 'graded', level: code }]
      : proportions
          .filter((share) => share >= coefficient.minimum && share <= coefficient.maximum)
          .map((share) => ({ method: 'graded', level: code, coefficient: share })),
  );
}

function checklistCandidates({ points, zeroWhen }: ChecklistRule): Checklist[] {
  const subsets = points.reduce<string[][]>(
    (sets, { code }) => sets.flatMap((met) => [[...met, code], met]),
    [[]],
  );
  const candidates = subsets.map((met): Checklist => ({ method: 'checklist', met, zero: false }));
  if (zeroWhen !== null) candidates.push({ method: 'checklist', met: [], zero: true });
  return candidates;
}

/** Nothing, one item, or two different ones; reasons are worded once the candidate is chosen. */
function deductCandidates({ items }: DeductRule, story: LeafStory): Deduct[] {
  const single = items.flatMap(({ code, per }, at) => {
    const wordings = story.found.method === 'deduct' ? (story.found.items[at] ?? []) : [];
    // A wording without a count speaks of one occurrence.
    const countable = per === 'occurrence' && wordings.every((wording) => wording.includes('{count}'));
    const most = countable ? mostOccurrences : 1;
    return Array.from({ length: most }, (_, count) => ({ item: code, count: count + 1, reason: '' }));
  });
  const pairs = single.flatMap((first, at) =>
    single.slice(at + 1).flatMap((second) => (second.item === first.item ? [] : [[first, second]])),
  );
  return [[], ...single.map((entry) => [entry]), ...pairs].map((deductions) => ({
    method: 'deduct',
    deductions,
  }));
}

/**
 * Inputs that an evaluator might plausibly enter for a rule, the best among them.
 *
 * @param size sampled or counted items, used by ratios that do not fix it
 */
export function candidateInputs(rule: Rule, story: LeafStory, size: number): RuleInput[] {
  switch (rule.method) {
    case 'ratio':
      return ratioCandidates(rule, size);
    case 'graded':
      return gradedCandidates(rule);
    case 'checklist':
      return checklistCandidates(rule);
    case 'deduct':
      return deductCandidates(rule, story);
    case 'bonus':
    case 'veto':
      return [];
  }
}
