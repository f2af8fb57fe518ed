/** What the API says when it refuses: RFC 9457 with a code, a sentence for people and the request's id. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  /** What happened and what to do next, in the language of the request. */
  readonly detail: string;
  readonly requestId?: string;
  /** Sentences for single fields of the body, by path (`dates.0.start`). */
  readonly errors: Readonly<Record<string, string>>;
}

/** Reads the problem document of a refused call; a body that is none still gives a problem. */
export async function problemOf(response: { status: number; text(): Promise<string> }): Promise<Problem> {
  return parseProblem(response.status, await response.text().catch(() => ''));
}

/** The problem document in the body of a refused call; a body that is none still gives a problem. */
export function parseProblem(status: number, text: string): Problem {
  const body = asRecord(parseJson(text));
  const requestId = asText(body['requestId']);
  return {
    status,
    code: asText(body['code']) ?? 'unknown',
    detail: asText(body['detail']) ?? asText(body['title']) ?? '',
    ...(requestId === undefined ? {} : { requestId }),
    errors: fieldErrors(body['errors']),
  };
}

function fieldErrors(value: unknown): Record<string, string> {
  if (Array.isArray(value)) {
    return Object.fromEntries(
      value.map(asRecord).flatMap((entry) => {
        const path = Array.isArray(entry['path']) ? entry['path'].join('.') : asText(entry['path']);
        const sentence = asText(entry['message']) ?? asText(entry['detail']);
        return path !== undefined && sentence !== undefined ? [[path, sentence]] : [];
      }),
    );
  }
  return Object.fromEntries(
    Object.entries(asRecord(value)).flatMap(([path, sentence]) =>
      typeof sentence === 'string' ? [[path, sentence]] : [],
    ),
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
