import type { Appraisal } from '@gongping/contracts';
import { blankCells, isSmall, type Cells } from './small-cells.ts';

type Question = Appraisal['questions'][number];
type Counts = Question['counts'];

/**
 * A question's distribution as everybody may see it.
 * @param groups whose numbers are left out: the question that tells the group has the same ones
 */
export function publicQuestion(question: Question, groups: ReadonlySet<string>): Question {
  if (question.several ?? addsUpToMore(question)) return publicChoices(question);
  const unrated = question.unrated ?? ['dont-know'];
  const entries = Object.entries(question.counts);
  const rated = cellsOf(entries.filter(([code]) => !unrated.includes(code)));
  const unknown = cellsOf(entries.filter(([code]) => unrated.includes(code)));
  const fewDoNotKnow = isSmall(question.dontKnow) || [...unknown.values()].some(isSmall);
  // The total is one equation between the cells, and the mean another.
  const blank = blankCells(rated, question.mean === null ? 2 : 3, fewDoNotKnow);
  if ([...groups].every((code) => Object.hasOwn(question.counts, code)))
    for (const code of groups) blank.add(code);
  if (blank.size === 0) return question;
  const counts = without(question.counts, blank);
  return {
    ...question,
    counts: fewDoNotKnow ? without(counts, new Set(unknown.keys())) : counts,
    mean: blank.size < 3 ? null : question.mean,
    // Who answers and does not know is what is left of a total that may be known.
    ...(fewDoNotKnow ? { dontKnow: null, answered: null } : {}),
  };
}

/** Of several choices each is a row of its own: who chose it, and who did not. */
function publicChoices(question: Question): Question {
  const { answered } = question;
  const small = Object.entries(question.counts).flatMap(([code, count]) =>
    isSmall(count) || (count !== null && answered !== null && isSmall(answered - count)) ? [code] : [],
  );
  return small.length === 0 ? question : { ...question, counts: without(question.counts, new Set(small)) };
}

/** Publications of earlier versions of the product do not say where several could be chosen. */
function addsUpToMore({ counts, answered, dontKnow }: Question): boolean {
  const sum = Object.values(counts).reduce<number>((total, count) => total + (count ?? 0), 0);
  return answered !== null && sum > answered + (dontKnow ?? 0);
}

const without = (counts: Counts, blank: ReadonlySet<string>): Counts =>
  Object.fromEntries(Object.entries(counts).map(([code, count]) => [code, blank.has(code) ? null : count]));

const cellsOf = (counts: readonly (readonly [string, number | null])[]): Cells =>
  new Map(counts.flatMap(([code, count]) => (count === null ? [] : [[code, count] as const])));
