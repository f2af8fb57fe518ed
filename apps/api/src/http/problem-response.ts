import type { ProblemCode } from '@gongping/contracts';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Environment } from './environment.ts';
import { problemDocument } from './problem-document.ts';
import type { ProblemDetails } from './problem-error.ts';

/** Renders a problem document in the reader's language. */
export function problemResponse(
  c: Context<Environment>,
  code: ProblemCode,
  details: ProblemDetails = {},
): Response {
  const context = { requestId: c.get('requestId'), language: c.get('language') };
  const { status, headers, body } = problemDocument(code, details, context);
  return c.body(body, status as ContentfulStatusCode, headers);
}
