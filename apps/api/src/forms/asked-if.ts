import type { AskedIf, Question } from '@gongping/questionnaire';
import { parseExpression, type Expression, type Reference } from './expression.ts';

/** What a comparison of a form says of our questions: that this option of this question is chosen. */
export type Resolve = (reference: Reference) => { readonly question: string; readonly option: string } | null;

/**
 * A condition of another program as ours, which are: all of some choices hold, and of each one of some options.
 * @param questions those that are asked before
 * @returns null where it says something that ours cannot say
 */
export function askedIfOf(
  expression: string,
  questions: readonly Question[],
  resolve: Resolve,
): AskedIf[] | null {
  const parsed = parseExpression(expression);
  if (parsed === null) return null;
  const conditions = (parsed.kind === 'and' ? parsed.parts : [parsed])
    .filter(({ kind }) => kind !== 'always')
    .map((part) => conditionOf(part, questions, resolve));
  return conditions.every((condition) => condition !== null) ? conditions : null;
}

function conditionOf(part: Expression, questions: readonly Question[], resolve: Resolve): AskedIf | null {
  if (part.kind === 'or') {
    const several = part.parts.map((one) => conditionOf(one, questions, resolve));
    const [first] = several;
    if (!first || several.some((one) => one?.question !== first.question)) return null;
    return { question: first.question, options: [...new Set(several.flatMap((one) => one?.options ?? []))] };
  }
  if (part.kind !== 'is') return null;
  const found = resolve(part);
  const question = questions.find(({ code }) => code === found?.question);
  if (!found || !question || !question.options.some(({ code }) => code === found.option)) return null;
  if (!part.negated) return { question: question.code, options: [found.option] };
  // “Is not” holds for who has not answered too, so that ours says the same only of what everybody answers.
  if (question.kind === 'multiple' || !question.required || question.askedIf.length > 0) return null;
  const others = question.options.map(({ code }) => code).filter((code) => code !== found.option);
  return others.length === 0 ? null : { question: question.code, options: others };
}
