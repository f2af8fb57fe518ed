import { describe, problemTexts, type Problem, type ProblemCode } from '@gongping/contracts';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Environment } from './environment.ts';
import type { ProblemDetails } from './problem-error.ts';

/** Renders a problem document in the reader's language. */
export function problemResponse(
  c: Context<Environment>,
  code: ProblemCode,
  details: ProblemDetails = {},
): Response {
  const requestId = c.get('requestId');
  const { title, detail } = describe(code, c.get('language'), { ...details.values, requestId });
  const status = problemTexts[code].status;
  const body: Problem = { type: `/problems/${code}`, title, status, detail, code, requestId };
  if (details.errors) body.errors = [...details.errors];
  if (details.cells) body.cells = [...details.cells];
  if (details.findings) body.findings = [...details.findings];
  if (details.current !== undefined) body.current = details.current;
  const seconds = code === 'too-many-attempts' ? details.values?.['seconds'] : undefined;
  return c.body(JSON.stringify(body), status as ContentfulStatusCode, {
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
    ...(seconds === undefined ? {} : { 'retry-after': String(seconds) }),
  });
}
