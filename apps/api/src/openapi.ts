import type { Dependencies } from './http/dependencies.ts';
import { createApi } from './app.ts';

export const openApiInfo = {
  openapi: '3.1.0',
  info: {
    title: 'Gongping API',
    version: '1',
    description:
      'Assessment and social appraisal of open government. Errors are problem documents (RFC 9457); writes need the session cookie and come from the same origin.',
  },
  servers: [{ url: '/api/v1' }],
};

/** The OpenAPI 3.1 document of everything below `/api/v1`. Only the routes' definitions are looked at. */
export function buildOpenApiDocument(): unknown {
  const untouched = new Proxy({} as Dependencies, { get: () => undefined });
  return createApi(untouched).getOpenAPI31Document(openApiInfo);
}
