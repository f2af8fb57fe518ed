import { problem } from '@gongping/contracts';
import { createRoute, z, type RouteConfig } from '@hono/zod-openapi';
import { requireAccess, type Access } from './access.ts';
import { requireMediaType } from './media-type.ts';

type Config = Omit<RouteConfig, 'middleware'>;

/**
 * Defines a route with who may call it. The access is enforced and written into the OpenAPI document
 * (`x-access`), from which the table of refusals in the tests is held against every route.
 */
export function defineRoute<P extends string, const R extends Config & { path: P }>(
  access: Access,
  config: R,
) {
  const types = Object.keys(config.request?.body?.content ?? {});
  const middleware = [requireAccess(access), requireMediaType(types)];
  return createRoute<P, R & { middleware: typeof middleware; 'x-access': Access }>({
    ...config,
    middleware,
    'x-access': access,
  });
}

/** A JSON request body. */
export function jsonBody<T extends z.ZodType>(schema: T) {
  return { content: { 'application/json': { schema } }, required: true } as const;
}

/** A JSON answer. */
export function jsonAnswer<T extends z.ZodType>(schema: T, description: string) {
  return { content: { 'application/json': { schema } }, description } as const;
}

// Every route refuses in this shape, which the description has once, under this name.
const sharedProblem = z.object(problem.shape).openapi('Problem');

/** The documented refusal of any route. */
export const problemAnswer = {
  content: { 'application/problem+json': { schema: sharedProblem } },
  description: 'A problem document: what is wrong and what to do.',
} as const;
