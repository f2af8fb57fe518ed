import type { Problem, QuestionOption, TemplateQuestion } from '../types.ts';
import { emptyLabels, problem } from './problems.ts';

/** A question's options fit its kind, and only a scale is rated. */
export function questionProblems(question: TemplateQuestion): readonly Problem[] {
  const { code, family, kind, options, text } = question;
  const codes = new Set(options.map((option) => option.code));
  const wrong = (holds: boolean, message: string) =>
    holds ? [] : [problem('question.wrong', code, message)];
  return [
    ...emptyLabels(code, [text, ...options.map(({ label }) => label)]),
    ...wrong(codes.size === options.length, 'Two options have the same code.'),
    ...wrong(
      kind === 'text' ? options.length === 0 : options.length > 1,
      `The options do not fit a ${kind}.`,
    ),
    ...wrong((kind === 'scale') === (family !== null), 'A scale, and nothing else, counts for a family.'),
    ...wrong(kind !== 'scale' || isScale(options), 'A scale falls within 100 to 0 and has one “don’t know”.'),
    ...wrong(
      kind === 'scale' || options.every(({ value }) => value === null),
      'Only options of a scale have values.',
    ),
  ];
}

function isScale(options: readonly QuestionOption[]): boolean {
  const values = options.map(({ value }) => value).filter((value) => value !== null);
  const falling = values.every((value, index) => index === 0 || value < (values[index - 1] ?? 0));
  const within = values.every((value) => value >= 0 && value <= 100);
  return falling && within && options.length - values.length === 1;
}
