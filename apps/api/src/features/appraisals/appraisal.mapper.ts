import type { Appraisal, Questionnaire } from '@gongping/contracts';
import { itemsOf, type Item } from '@gongping/questionnaire';
import type { LocalText } from '@gongping/scoring';
import {
  addTally,
  alphaOfTally,
  appraiseTallies,
  contactOf,
  copyTally,
  type AppraisalMethod,
  type GroupTally,
} from '@gongping/statistics';
import { questionnaire2020 } from '@gongping/templates';
import { appraisalGrade } from './appraisal-grade.ts';
import type { TallyRow } from './count.repository.ts';
import { tallyItems } from './tally-patterns.ts';

/** Tallies about one unit: of everything that was received, by state and channel. */
export type UnitTally = Pick<TallyRow, 'group' | 'tally' | 'state' | 'channel'>;

export interface AppraisedBy {
  readonly questionnaire: Questionnaire;
  readonly method: AppraisalMethod;
  /** In their order. */
  readonly channels: readonly { readonly code: string; readonly name: LocalText }[];
}

/** The appraisal of one unit from the tallies about it: everything that is shown or published of it. */
export function appraisalOf(
  all: readonly UnitTally[],
  { questionnaire, method, channels }: AppraisedBy,
): Appraisal {
  const tallies = all.filter(({ state }) => state === 'counted');
  const items = tallyItems(questionnaire);
  const result = appraiseTallies(tallies, method, items);
  const raw = appraiseTallies(all, method, items);
  const received = new Map<string, number>();
  for (const { group, tally } of tallies) received.set(group, (received.get(group) ?? 0) + tally.received);
  const shown = itemsOf(questionnaire).filter(({ kind }) => kind !== 'text' && kind !== 'number');
  const summaries = shown.map((item) => summarise(item, tallies));
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
    raw: { received: raw.received, valid: raw.valid, score: raw.score, interval: raw.interval },
    states: statesOf(all),
    channels: channels.map((channel) => ({
      ...channel,
      ...statesOf(all.filter(({ channel: code }) => code === channel.code)),
    })),
    alpha: alphaOf(tallies),
    contact: contactOf(tallies.map(({ tally }) => tally)),
  };
}

function statesOf(tallies: readonly UnitTally[]) {
  const sum = (of: UnitTally['state']) =>
    tallies.reduce((total, { state, tally }) => (state === of ? total + tally.received : total), 0);
  return { counted: sum('counted'), held: sum('held'), refused: sum('refused') };
}

function alphaOf(tallies: readonly UnitTally[]): number | null {
  const [first, ...others] = tallies;
  if (!first) return null;
  const all = copyTally(first.tally);
  for (const { tally } of others) addTally(all, tally);
  return alphaOfTally(all);
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
    ...(isScale ? { unrated: options.flatMap(({ code: own, value }) => (value === null ? [own] : [])) } : {}),
    ...(kind === 'multiple' ? { several: true } : {}),
  };
}
