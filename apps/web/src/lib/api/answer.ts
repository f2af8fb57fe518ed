import { error } from '@sveltejs/kit';
import type { ClientResponse } from 'hono/client';
import type { SuccessStatusCode } from 'hono/utils/http-status';
import { problemOf } from './problem.ts';

/**
 * A body as it is on the wire: JSON has no `undefined`, so an optional property is there or absent.
 * Hono's inferred bodies say `?: T | undefined`, which does not fit the shapes of `@gongping/contracts`.
 */
type Wire<T> = T extends object ? { [K in keyof T]: Wire<Exclude<T[K], undefined>> } : T;

type SuccessBody<T> =
  T extends ClientResponse<infer Body, infer Status, infer _Format>
    ? [Extract<Status, SuccessStatusCode>] extends [never]
      ? never
      : Wire<Body>
    : never;

/**
 * The body of a successful call; a refusal becomes the error page with the API's own sentence.
 *
 * For `load` functions: `const { items } = await answer(locals.api.units.$get())`. Form actions read
 * the refusal themselves with `problemOf`, because what was typed must stay.
 */
export async function answer<T extends ClientResponse<unknown, number, string>>(
  call: Promise<T>,
): Promise<SuccessBody<T>> {
  const response = await call;
  if (response.ok) return (await response.json()) as SuccessBody<T>;
  const problem = await problemOf(response);
  throw error(problem.status, problem.detail, {
    code: problem.code,
    ...(problem.requestId === undefined ? {} : { requestId: problem.requestId }),
  });
}
