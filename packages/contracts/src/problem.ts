import { z } from 'zod';
import { blockingFinding } from './check.ts';
import { problemTexts } from './problem-texts.ts';

export type ProblemCode = keyof typeof problemTexts;
export const problemCodes = Object.keys(problemTexts) as ProblemCode[];

/** One thing wrong with a file of tables, where a person finds it: sheet, row, and column like `C（满分）`. */
export const cellProblem = z.object({
  sheet: z.string().nullable(),
  row: z.number().int().nullable(),
  column: z.string().nullable(),
  message: z.string(),
});
export type CellProblem = z.infer<typeof cellProblem>;

/** RFC 9457 problem document. `detail` is a sentence for people that says what to do next. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  code: z.string(),
  requestId: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  /** What is wrong with a file of tables, cell by cell; the first few hundred. */
  cells: z.array(cellProblem).optional(),
  /** What keeps the results from being published; the first of them. */
  findings: z.array(blockingFinding).optional(),
  /** What the newer state is, where a stale write was refused. */
  current: z.unknown().optional(),
});
export type Problem = z.infer<typeof problem>;

export type Language = 'zh' | 'en';

/** The sentence for a problem, with `{name}` places filled in. */
export function describe(
  code: ProblemCode,
  language: Language,
  values: Readonly<Record<string, string | number>> = {},
) {
  const { title, detail } = problemTexts[code][language];
  const fill = (text: string) =>
    text.replaceAll(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
  return { title: fill(title), detail: fill(detail) };
}
