import type { Notice, Problem, TemplateIndicator } from '../types.ts';
import { problem } from './problems.ts';

/** Clauses are numbered from 1 without a gap and have a heading and a text. */
export function noticeProblems({ clauses, documentNumber }: Notice): readonly Problem[] {
  return clauses.flatMap(({ number, text, title }, index) => [
    ...(number === index + 1
      ? []
      : [problem('notice.wrong', documentNumber, `Clause ${number} stands in the place of ${index + 1}.`)]),
    ...(title !== '' && text.startsWith(title)
      ? []
      : [problem('notice.wrong', documentNumber, `Clause ${number} does not begin with its heading.`)]),
  ]);
}

/** A leaf's clauses exist and one of them contains the quote word for word; only vetoes and bonuses may go without. */
export function sourceProblems(leaf: TemplateIndicator, notice: Notice): readonly Problem[] {
  const unknown = unknownClauses(leaf.clauses, notice).map((number) =>
    problem('clause.unknown', leaf.code, `The notice has no clause ${number}.`),
  );
  if (leaf.clauses.length === 0 && leaf.quote === '') {
    if (leaf.role !== 'score') return [];
    return [problem('clause.unknown', leaf.code, 'The leaf names no clause of the notice.')];
  }
  const cited = notice.clauses.filter(({ number }) => leaf.clauses.includes(number));
  const found = leaf.quote !== '' && cited.some(({ text }) => text.includes(leaf.quote));
  if (found) return unknown;
  return [...unknown, problem('quote.unmatched', leaf.code, `No cited clause says “${leaf.quote}”.`)];
}

export function unknownClauses(numbers: readonly number[], notice: Notice): readonly number[] {
  return numbers.filter((wanted) => !notice.clauses.some(({ number }) => number === wanted));
}
