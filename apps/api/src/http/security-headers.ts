import { createMiddleware } from 'hono/factory';
import type { Environment } from './environment.ts';

/**
 * For a PDF, which the browser's viewer shows: a sandbox would keep the viewer from starting. The type is never sniffed,
 * so that nothing but that viewer reads it, and only pages of this site may hold it in a frame.
 */
const viewerPolicy =
  "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";

/** The API serves data only: nothing of it may run, be framed or be sniffed into something else. */
export const strictHeaders = {
  'content-security-policy':
    "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'referrer-policy': 'same-origin',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-download-options': 'noopen',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
  'x-xss-protection': '0',
} as const;

/** Sets `strictHeaders` on every answer, and lets PDF be shown by the browser's viewer. */
export function securityHeaders() {
  return createMiddleware<Environment>(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(strictHeaders)) c.res.headers.set(name, value);
    const inline = c.res.headers.get('content-disposition')?.startsWith('inline') ?? false;
    if (!inline || c.res.headers.get('content-type') !== 'application/pdf') return;
    c.res.headers.set('content-security-policy', viewerPolicy);
    c.res.headers.set('x-frame-options', 'SAMEORIGIN');
  });
}
