import { createServer } from 'node:http';
import { once } from 'node:events';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { build } from 'vite';
import { temporaryFolder } from '../../support/temporary-folder.ts';

export interface ServedBundle {
  /** `http://127.0.0.1:<port>` without a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

const types: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript' };

/** Bundles the page with its workers, as the site is bundled, into a folder of its own. */
export async function bundlePage(): Promise<string> {
  const folder = temporaryFolder('robustness');
  await build({
    root: import.meta.dirname,
    configFile: false,
    logLevel: 'error',
    worker: { format: 'es' },
    build: {
      outDir: folder,
      reportCompressedSize: false,
      rolldownOptions: {
        input: join(import.meta.dirname, 'page.ts'),
        output: { entryFileNames: 'page.js' },
      },
    },
  });
  const html = '<!doctype html><title>Robustness</title><script type="module" src="/page.js"></script>';
  await writeFile(join(folder, 'index.html'), html);
  return folder;
}

/** Serves the folder's files, each with the content security policy. */
export async function serveFolder(folder: string, policy: string): Promise<ServedBundle> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = pathname === '/' ? '/index.html' : pathname;
    readFile(join(folder, file)).then(
      (content) => {
        const type = types[extname(file)] ?? 'application/octet-stream';
        response.writeHead(200, { 'content-type': type, 'content-security-policy': policy }).end(content);
      },
      () => response.writeHead(404).end(),
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : null;
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export const removeFolder = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true });
