import { getRequestListener } from '@hono/node-server';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { BlockList } from 'node:net';
import { settleForwarded } from './forwarded.ts';

type Fetch = (request: Request) => Response | Promise<Response>;
export type NodeHandler = (request: IncomingMessage, response: ServerResponse) => void;

export interface Listening {
  readonly server: Server;
  /** Where it can be reached from this machine. */
  readonly address: string;
}

/**
 * Serves the API and the site from one port. The site calls the API in the same process through
 * `request.apiFetch`, without a second trip through the network.
 */
export function listen(options: {
  apiFetch: Fetch;
  /** What answers some requests of the API itself and gives the others on. */
  lane: (rest: NodeHandler) => NodeHandler;
  site: NodeHandler;
  host: string;
  port: number;
  trustedProxies: BlockList;
  origin: URL | null;
}): Promise<Listening> {
  const { apiFetch, lane, site, host, port } = options;
  const hono = getRequestListener(apiFetch);
  const api = lane((request, response) => void hono(request, response));
  const server = createServer((request, response) => {
    settleForwarded(request, options);
    if (isForApi(request.url ?? '/')) {
      api(request, response);
      return;
    }
    Object.assign(request, { apiFetch });
    site(request, response);
  });
  // A slow client may not hold a connection open for ever; a large upload on a slow line takes minutes.
  server.headersTimeout = 20_000;
  server.requestTimeout = 300_000;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const bound = server.address();
      const number = bound !== null && typeof bound === 'object' ? bound.port : port;
      const name = host.includes(':') ? `[${host}]` : host;
      resolve({ server, address: `http://${name}:${number}` });
    });
  });
}

function isForApi(url: string): boolean {
  const path = url.split('?', 1)[0] ?? '/';
  return path === '/api' || path.startsWith('/api/') || path === '/healthz' || path === '/readyz';
}
