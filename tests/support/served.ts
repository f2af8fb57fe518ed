import { BlockList } from 'node:net';
import { afterAll, beforeAll } from 'vitest';
import { responseLane } from '../../apps/api/src/features/responses/response-lane.ts';
import { listen, type Listening, type NodeHandler } from '../../apps/api/src/server/listen.ts';
import type { Bench } from './app.ts';

/** Serves the API of a bench without the site, as the product serves it. */
export function serve(
  { app, deps }: Pick<Bench, 'app' | 'deps'>,
  lane: (rest: NodeHandler) => NodeHandler = responseLane(deps),
): Promise<Listening> {
  return listen({
    apiFetch: (request) => app.fetch(request),
    lane,
    site: (_request, response) => response.writeHead(404).end(),
    host: '127.0.0.1',
    port: 0,
    trustedProxies: new BlockList(),
    origin: null,
  });
}

/** The same for the tests of one file. @returns its address */
export function useServed(bench: Bench): () => string {
  let served: Listening | undefined;
  beforeAll(async () => {
    served = await serve(bench);
  });
  afterAll(() => {
    served?.server.close();
    served?.server.closeAllConnections();
  });
  return () => served?.address ?? '';
}
