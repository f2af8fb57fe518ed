import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import type { Environment } from '../../http/environment.ts';
import { problemResponse } from '../../http/problem-response.ts';

/** Of an answer; longer ones are refused. */
export const mostBytes = 64 * 1024;

/** Refuses answers of more than 64 KB: by the length that is announced, else as they come. */
export function limitAnswer() {
  const counted = bodyLimit({
    maxSize: mostBytes,
    onError: (c) => problemResponse(c, 'body-too-large', { values: { limit: '64 KB' } }),
  });
  return createMiddleware<Environment>(async (c, next) => {
    const announced = c.req.header('content-length');
    // Node's server reads no more than was announced.
    if (announced === undefined || c.req.header('transfer-encoding') !== undefined) return counted(c, next);
    if (Number(announced) <= mostBytes) return next();
    return problemResponse(c, 'body-too-large', { values: { limit: '64 KB' } });
  });
}
