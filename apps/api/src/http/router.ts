import { OpenAPIHono } from '@hono/zod-openapi';
import type { Environment } from './environment.ts';
import { ProblemError } from './problem-error.ts';
import { describeIssues } from './validation.ts';

/** A router whose input checks answer with problem documents. */
export function createRouter() {
  return new OpenAPIHono<Environment>({
    defaultHook: (result, c) => {
      if (result.success) return;
      const errors = describeIssues(result.error, c.get('language'));
      // A path that cannot name anything names nothing.
      if (result.target === 'param') throw new ProblemError('not-found');
      throw new ProblemError('invalid-input', { errors });
    },
  });
}
