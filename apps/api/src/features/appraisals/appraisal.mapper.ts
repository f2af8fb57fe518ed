import type { Appraisal, Questionnaire } from '@gongping/contracts';
import { itemsOf, type Item } from '@gongping/questionnaire';
import type { LocalText } from '@gongping/scoring';
import { appraiseTallies, type AppraisalMethod, type GroupTally } from '@gongping/statistics';
import { questionnaire2020 } from '@gongping/templates';
import { appraisalGrade } from './appraisal-grade.ts';
import { tallyItems } from './tally-patterns.ts';

/** The appraisal of one unit from the tallies about it: everything that is shown or published of it. */
export function appraisalOf(
  tallies: readonly GroupTally[],
  questionnaire: Questionnaire,
  method: AppraisalMethod,
): Appraisal {
  const result = appraiseTallies(tallies, method, tallyItems(questionnaire));
  const received = new Map<string, number>();
  for (const { group, tally } of tallies) received.set(group, (received.get(group) ?? 0) + tally.received);
  const items = itemsOf(questionnaire).filter(({ kind }) => kind !== 'text' && kind !== 'number');
  const summaries = items.map((item) => summarise(item, tallies));
  const overall = summaries.find(({ code }) => code === method.overall?.question)?.mean ?? null;
  return {
    received: result.received,
    valid: result.valid,
    score: result.score,
    reason: result.gap,
    interval: result.interval,
    grade: appraisalGrade(result.score),
    families: { ...result.families },
    overall: result.score === null ? null : overall,
    groups: result.groups.map(({ group, n, weight, mean, counted }) => ({
      code: group,
      label: groupLabel(group, questionnaire),
      weight,
      received: received.get(group) ?? 0,
      valid: n,
      mean,
      counted,
    })),
    questions: summaries,
  };
}

function groupLabel(group: string, { groupQuestion, questions }: Questionnaire): LocalText {
  const templateGroups: Readonly<Record<string, { label: LocalText }>> = questionnaire2020.method.groups;
  const options = questions.find(({ code }) => code === groupQuestion)?.options;
  const option = options?.find(({ code }) => code === group);
  return option?.label ?? templateGroups[group]?.label ?? { zh: group, en: group };
}

/** How often each option was chosen; the mean is that of the chosen scale values, don't know left out. */
function summarise({ code, kind, options }: Item, tallies: readonly GroupTally[]) {
  const counts = options.map((_option, place) =>
    tallies.reduce((sum, { tally }) => sum + (tally.counts[code]?.[place] ?? 0), 0),
  );
  const given = tallies.reduce((sum, { tally }) => sum + (tally.answered[code] ?? 0), 0);
  const rated = options.flatMap(({ value }, place) =>
    value === null ? [] : [{ value, count: counts[place] ?? 0 }],
  );
  const answered = rated.reduce((sum, { count }) => sum + count, 0);
  const total = rated.reduce((sum, { value, count }) => sum + value * count, 0);
  const isScale = kind === 'scale';
  return {
    code,
    answered: isScale ? answered : given,
    dontKnow: isScale ? given - answered : 0,
    mean: isScale && answered > 0 ? total / answered : null,
    counts: Object.fromEntries(options.map((option, place) => [option.code, counts[place] ?? 0])),
  };
}
