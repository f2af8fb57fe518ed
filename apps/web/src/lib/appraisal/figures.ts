import type { Appraisal, Question } from '@gongping/contracts';
import { formatCount } from '#lib/format/number.ts';
import { m } from '#lib/paraglide/messages.js';

type QuestionFigures = Appraisal['questions'][number];

/** A number of answers; in public one is left out where people could be told from it. */
export const countWord = (count: number | null): string =>
  count === null ? m.appraisal_withheld() : formatCount(count);

/** Share of "don't know" among all answers to rated questions, 0 to 1; null without any answer. */
export function dontKnowShare(questions: readonly QuestionFigures[]): number | null {
  const rated = questions.flatMap(({ mean, answered, dontKnow }) =>
    answered !== null && dontKnow !== null && (mean !== null || dontKnow > 0) ? [{ answered, dontKnow }] : [],
  );
  const dontKnow = rated.reduce((sum, question) => sum + question.dontKnow, 0);
  const all = rated.reduce((sum, question) => sum + question.answered + question.dontKnow, 0);
  return all === 0 ? null : dontKnow / all;
}

/** Levels of a rated question from the best, with the share of each among answers that give a level. */
export function levelShares(options: Question['options'], figures: QuestionFigures) {
  return options
    .filter(({ value }) => value !== null)
    .map(({ code, label }) => {
      const given = figures.counts[code];
      const count = given === undefined ? 0 : given;
      return { code, label, count, share: shareOf(count, figures.answered) };
    });
}

/** Null where either is left out; 0 of nothing. */
export function shareOf(count: number | null, base: number | null): number | null {
  if (count === null || base === null) return null;
  return base === 0 ? 0 : count / base;
}

/** Points won since; null where either is missing. */
export function differenceOf(now: number | null, before: number | null | undefined): number | null {
  return now === null || before === null || before === undefined ? null : now - before;
}

/** The middle value, or the mean of the two in the middle; null of nothing. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}

/** Tens around all intervals: one scale for every row, so that differences can be seen. */
export function intervalScale(appraisals: readonly Pick<Appraisal, 'interval'>[]) {
  const intervals = appraisals.flatMap(({ interval }) => (interval ? [interval] : []));
  if (intervals.length === 0) return { from: 0, to: 100 };
  const lowest = Math.min(...intervals.map(({ lower }) => lower));
  const highest = Math.max(...intervals.map(({ upper }) => upper));
  return {
    from: Math.max(0, 10 * Math.floor(lowest / 10)),
    to: Math.min(100, 10 * Math.ceil(highest / 10)),
  };
}
