import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Serve = (request: IncomingMessage, response: ServerResponse) => void;

/** A real web server on this machine, for a test. */
export interface LocalSite {
  readonly port: number;
  readonly origin: string;
  /** Paths that were asked for. */
  readonly asked: string[];
  serve: Serve;
  close(): Promise<void>;
}

export async function openLocalSite(host = '127.0.0.1'): Promise<LocalSite> {
  const asked: string[] = [];
  const site: { serve: Serve } = { serve: (_request, response) => response.end() };
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    site.serve(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(site, {
    port,
    origin: `http://${host}:${port}`,
    asked,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  });
}
