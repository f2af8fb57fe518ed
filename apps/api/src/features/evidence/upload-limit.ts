import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import type { Environment } from '../../http/environment.ts';
import { ProblemError } from '../../http/problem-error.ts';

/** 20 MB for a file. */
export const largestFileBytes = 20 * 1024 * 1024;
/** The form's other fields and its boundaries. */
const formBytes = 64 * 1024;

/** Refuses what is announced as too large before it is sent, and what turns out so while it comes in. */
export const limitUpload = bodyLimit({
  maxSize: largestFileBytes + formBytes,
  onError: () => {
    throw new ProblemError('file-too-large');
  },
});

/** A file comes as a form. */
export const requireForm = createMiddleware<Environment>(async (c, next) => {
  const type = c.req.header('content-type') ?? '';
  if (!/^multipart\/form-data\s*;/i.test(type))
    throw new ProblemError('unsupported-media-type', { values: { expected: 'multipart/form-data' } });
  await next();
});
