import type { RequestEvent } from '@sveltejs/kit';
import { anonymous, type Session } from '#lib/api/session.ts';

/** What is known of the person behind a request; `unreachable` when the API did not answer. */
export type SessionAnswer = { readonly session: Session; readonly unreachable: boolean };

export async function readSession({ locals }: RequestEvent): Promise<SessionAnswer> {
  try {
    const response = await locals.api.session.$get();
    if (response.status >= 500) return { session: anonymous, unreachable: true };
    return { session: response.ok ? await response.json() : anonymous, unreachable: false };
  } catch {
    return { session: anonymous, unreachable: true };
  }
}
