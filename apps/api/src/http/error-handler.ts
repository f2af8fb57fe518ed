import type { ErrorHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Logger } from 'pino';
import type { Environment } from './environment.ts';
import { ProblemError } from './problem-error.ts';
import { problemResponse } from './problem-response.ts';

/** Turns every error into a problem document; what nobody foresaw is logged and says nothing of itself. */
export function createErrorHandler(logger: Logger): ErrorHandler<Environment> {
  return (error, c) => {
    if (error instanceof ProblemError) return problemResponse(c, error.code, error.details);
    // Whoever asked has gone and reads no answer; nothing failed.
    if (error === c.req.raw.signal.reason) return problemResponse(c, 'bad-request');
    if (error instanceof HTTPException) {
      if (error.status === 413) return problemResponse(c, 'body-too-large', { values: { limit: '1 MB' } });
      if (error.status < 500) return problemResponse(c, 'bad-request');
    }
    logger.error({ requestId: c.get('requestId'), path: c.req.path, error }, 'request failed');
    return problemResponse(c, 'internal');
  };
}
