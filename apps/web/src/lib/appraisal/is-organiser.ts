import type { Session } from '#lib/api/session.ts';

/** Whether to offer what only organisers may do; the API decides for the assessment at hand. */
export function isOrganiser({ user }: Session): boolean {
  return user?.grants.some(({ role }) => role === 'organiser') ?? false;
}
