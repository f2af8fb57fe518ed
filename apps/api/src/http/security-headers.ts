import { createMiddleware } from 'hono/factory';
import { secureHeaders } from 'hono/secure-headers';
import type { Environment } from './environment.ts';

/**
 * For a PDF, which the browser's viewer shows: a sandbox would keep the viewer from starting. The type is never sniffed,
 * so that nothing but that viewer reads it, and only pages of this site may hold it in a frame.
 */
const viewerPolicy =
  "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";

/** The API serves data only: nothing of it may run, be framed or be sniffed into something else. */
export function securityHeaders() {
  const strict = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      sandbox: [],
    },
    crossOriginResourcePolicy: 'same-origin',
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
    strictTransportSecurity: 'max-age=31536000; includeSubDomains',
  });
  return createMiddleware<Environment>(async (c, next) => {
    await strict(c, next);
    const inline = c.res.headers.get('content-disposition')?.startsWith('inline') ?? false;
    if (!inline || c.res.headers.get('content-type') !== 'application/pdf') return;
    c.res.headers.set('content-security-policy', viewerPolicy);
    c.res.headers.set('x-frame-options', 'SAMEORIGIN');
  });
}
