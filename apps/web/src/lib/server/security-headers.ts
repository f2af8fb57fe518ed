/**
 * Headers of every page besides the content security policy, which SvelteKit writes.
 *
 * @param isPrivate whether the page was made for one person and must not be kept by any cache
 */
export function setSecurityHeaders(headers: Headers, isPrivate: boolean): void {
  headers.set('x-content-type-options', 'nosniff');
  // Some pages are stricter themselves.
  if (!headers.has('referrer-policy')) headers.set('referrer-policy', 'strict-origin-when-cross-origin');
  headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=()');
  headers.set('cross-origin-opener-policy', 'same-origin');
  headers.set('cross-origin-resource-policy', 'same-origin');
  // Browsers older than frame-ancestors, which some offices still run.
  if (!headers.has('x-frame-options')) headers.set('x-frame-options', 'DENY');
  else allowOwnFrames(headers);
  if (isPrivate) headers.set('cache-control', 'private, no-store');
}

/** For the `setHeaders` of a page that pages of this site may show in a frame. */
export const framedHere = { 'x-frame-options': 'SAMEORIGIN' } as const;

function allowOwnFrames(headers: Headers): void {
  const policy = headers.get('content-security-policy') ?? '';
  headers.set('content-security-policy', policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'"));
}
