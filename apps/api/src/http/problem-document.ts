import { describe, problemTexts, type Language, type Problem, type ProblemCode } from '@gongping/contracts';
import type { ProblemDetails } from './problem-error.ts';

/** A problem document (RFC 9457) as it is sent. */
export interface ProblemDocument {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Writes a problem document in the reader's language. */
export function problemDocument(
  code: ProblemCode,
  details: ProblemDetails,
  { requestId, language }: { requestId: string; language: Language },
): ProblemDocument {
  const { title, detail } = describe(code, language, { ...details.values, requestId });
  const { status } = problemTexts[code];
  const body: Problem = { type: `/problems/${code}`, title, status, detail, code, requestId };
  if (details.errors) body.errors = [...details.errors];
  if (details.cells) body.cells = [...details.cells];
  if (details.findings) body.findings = [...details.findings];
  if (details.current !== undefined) body.current = details.current;
  const seconds = code === 'too-many-attempts' ? details.values?.['seconds'] : undefined;
  return {
    status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      ...(seconds === undefined ? {} : { 'retry-after': String(seconds) }),
    },
    body: JSON.stringify(body),
  };
}
