import type { Problem, TemplateBand } from '../types.ts';
import { duplicates, emptyLabels, problem } from './problems.ts';

/** Bands run from the best to the worst and the last begins at 0, so that every score has one. */
export function bandProblems(where: string, bands: readonly TemplateBand[]): readonly Problem[] {
  const minima = bands.map(({ minimum }) => minimum);
  const descending = minima.every((minimum, index) => index === 0 || minimum < (minima[index - 1] ?? 0));
  const ordered = descending && minima.at(-1) === 0;
  return [
    ...duplicates(bands.map(({ code }) => code)),
    ...emptyLabels(
      where,
      bands.map(({ name }) => name),
    ),
    ...(ordered ? [] : [problem('method.wrong', where, 'Bands must fall from best to worst and end at 0.')]),
  ];
}
