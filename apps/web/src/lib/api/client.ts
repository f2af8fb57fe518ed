import type { AppType } from '@gongping/api';
import { hc } from 'hono/client';

/**
 * The typed client of `/api/v1`.
 *
 * @param origin scheme, host and port, without a path
 */
export function createApiClient(origin: string, fetch: typeof globalThis.fetch) {
  return hc<AppType>(`${origin}/api/v1`, { fetch });
}

/** `api.units.$get()`, `api.assessments[':slug'].$patch({ param, json })`: see Hono's client. */
export type ApiClient = ReturnType<typeof createApiClient>;
