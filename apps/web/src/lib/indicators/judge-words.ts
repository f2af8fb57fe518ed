import { judges, type Judge } from '@gongping/annual-report';
import { m } from '#lib/paraglide/messages.js';

const words: Readonly<Record<Judge, () => string>> = {
  'report-on-time': m.indicators_judge_on_time,
  'report-sections': m.indicators_judge_sections,
  'report-tables': m.indicators_judge_tables,
  'report-identities': m.indicators_judge_identities,
  'report-consistency': m.indicators_judge_consistency,
  'report-accountability': m.indicators_judge_accountability,
  'report-improvement': m.indicators_judge_improvement,
};

/** What the product can propose a score by, to choose from. */
export const judgeOptions = (): { value: string; label: string }[] =>
  judges.map((judge) => ({ value: judge, label: words[judge]() }));

export const judgeOf = (text: string): Judge | null => judges.find((judge) => judge === text) ?? null;
