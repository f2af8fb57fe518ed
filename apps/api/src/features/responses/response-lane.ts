import { assessmentSlug, surveySubmission, type Language, type SurveySubmission } from '@gongping/contracts';
import { parse as parseCookies } from 'hono/utils/cookie';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Dependencies } from '../../http/dependencies.ts';
import { problemDocument } from '../../http/problem-document.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { languageAsked } from '../../http/request-context.ts';
import { strictHeaders } from '../../http/security-headers.ts';
import { idempotencyKey } from './idempotency-key.ts';
import { mostBytes } from './limit-answer.ts';
import { isPlainSubmission } from './plain-submission.ts';
import { submitResponse, type Submission } from './submit-response.ts';

type NodeHandler = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Answers `POST /api/v1/public/surveys/{slug}/responses` on Node's own request and response: a router, a `Request` and a
 * `Response` for each answer cost as much as everything that is done with it, and a whole city may come at once. Only a
 * request that is as it should be is taken; every other one goes on to the route, which refuses it. Both call
 * `submitResponse`, and a test holds what they send against each other.
 */
export function responseLane(deps: Pick<Dependencies, 'db' | 'clock' | 'intake' | 'logger'>) {
  return (rest: NodeHandler): NodeHandler =>
    (request, response) => {
      const slug = slugOf(request);
      if (slug === null || deps.logger.isLevelEnabled('debug')) rest(request, response);
      else
        readBody(request, (bytes) => {
          const submission = submissionOf(request, { slug, bytes });
          // The route reads the body from here: the request's own is used up.
          if (submission === null) rest(Object.assign(request, { rawBody: bytes }), response);
          else void answer(deps, submission, response);
        });
    };
}

const path = /^\/api\/v1\/public\/surveys\/([^/?]+)\/responses$/;

/** Of a request that is for the lane; null of all others. */
function slugOf({ method, url, headers }: IncomingMessage): string | null {
  if (method !== 'POST' || headers['transfer-encoding'] !== undefined) return null;
  // Node's server reads no more than was announced.
  const announced = Number(headers['content-length'] ?? NaN);
  if (!(announced <= mostBytes) || headers['content-type'] !== 'application/json') return null;
  const slug = path.exec(url ?? '')?.[1];
  return slug !== undefined && assessmentSlug.safeParse(slug).success ? slug : null;
}

/** Whoever goes away before the end is waited for no longer: there is nobody to answer. */
function readBody(request: IncomingMessage, use: (bytes: Buffer) => void): void {
  const pieces: Buffer[] = [];
  request.on('data', (piece: Buffer) => pieces.push(piece));
  request.on('end', () => use(pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces)));
}

/** Null where anything of it is not as it should be. */
function submissionOf(
  { headers }: IncomingMessage,
  { slug, bytes }: { slug: string; bytes: Buffer },
): (Submission & { language: Language }) | null {
  const body = bodyOf(bytes);
  const key = headers['idempotency-key'];
  if (body === null || (key !== undefined && !idempotencyKey.safeParse(key).success)) return null;
  const { cookie } = headers;
  const chosen = cookie === undefined ? undefined : parseCookies(cookie, 'locale')['locale'];
  return {
    slug,
    body,
    idempotencyKey: typeof key === 'string' ? key : null,
    address: String(headers['x-forwarded-for'] ?? 'unknown'),
    userAgent: headers['user-agent'] ?? '',
    language: languageAsked(chosen ?? headers['accept-language']),
  };
}

function bodyOf(bytes: Buffer): SurveySubmission | null {
  try {
    const body: unknown = JSON.parse(bytes.toString());
    return isPlainSubmission(body) ? body : (surveySubmission.safeParse(body).data ?? null);
  } catch {
    return null;
  }
}

async function answer(
  deps: Parameters<typeof responseLane>[0],
  submission: Submission,
  response: ServerResponse,
): Promise<void> {
  const requestId = randomUUID();
  const send = (status: number, headers: Readonly<Record<string, string>>, body: string) => {
    response
      .writeHead(status, {
        ...strictHeaders,
        'x-request-id': requestId,
        ...headers,
        'content-length': Buffer.byteLength(body),
      })
      .end(body);
  };
  try {
    const { receipt, created } = await submitResponse(deps, submission);
    send(created ? 201 : 200, { 'content-type': 'application/json' }, JSON.stringify(receipt));
  } catch (error) {
    const foreseen = error instanceof ProblemError;
    if (!foreseen) deps.logger.error({ requestId, path: response.req.url, error }, 'request failed');
    const context = { requestId, language: submission.language };
    const problem = foreseen
      ? problemDocument(error.code, error.details, context)
      : problemDocument('internal', {}, context);
    send(problem.status, problem.headers, problem.body);
  }
}
