/**
 * Where to go after signing in: a path of this site, else `fallback`.
 *
 * Resolving against a made-up origin and comparing it rejects `//elsewhere`, `/\elsewhere` and
 * absolute addresses alike, so that a link cannot send people to another site.
 */
export function nextPath(value: unknown, fallback = '/work'): string {
  if (typeof value !== 'string' || !value.startsWith('/')) return fallback;
  const origin = 'http://origin.invalid';
  const url = URL.parse(value, origin);
  return url?.origin === origin ? url.pathname + url.search : fallback;
}
