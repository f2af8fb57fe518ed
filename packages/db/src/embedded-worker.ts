import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import type { EmbeddedReply, EmbeddedRequest, EmbeddedSettings } from './embedded-messages.ts';

/** Worker thread: a query of PGlite blocks its thread, so the embedded database has one of its own. */

if (!parentPort) throw new Error('embedded-worker runs as a worker thread of embedded.ts');
const port = parentPort;
const settings = workerData as EmbeddedSettings;

function reply(message: EmbeddedReply, transfer: ArrayBuffer[] = []): void {
  port.postMessage(message, transfer);
}

const pglite = new PGlite({
  ...(settings.folder === null ? {} : { dataDir: settings.folder }),
  ...(settings.template === null ? {} : { loadDataDir: new Blob([settings.template]) }),
});

// When the engine itself fails (a trap in WebAssembly), the socket server's queue would stand still for ever and
// every caller would wait: end the thread instead, so that the owner learns of it and callers get an error.
const execute = pglite.execProtocolRawStream.bind(pglite);
pglite.execProtocolRawStream = async (message, options) => {
  try {
    await execute(message, options);
  } catch (error) {
    reply({ type: 'failed', message: String(error) });
    process.exit(1);
  }
};

const server = new PGLiteSocketServer({
  db: pglite,
  // The pool holds one connection; the others let a new one in while a dropped one is still being cleared.
  maxConnections: 8,
  ...('path' in settings.listen ? { path: settings.listen.path } : { host: '127.0.0.1', port: 0 }),
});

port.on('message', (request: EmbeddedRequest) => {
  void (request.type === 'dump' ? dump() : close());
});

async function dump(): Promise<void> {
  const file = await pglite.dumpDataDir('none');
  const bytes = await file.arrayBuffer();
  reply({ type: 'dumped', bytes: new Uint8Array(bytes) }, [bytes]);
}

async function close(): Promise<void> {
  await server.stop();
  await pglite.close();
  reply({ type: 'closed' });
  port.close();
}

await server.start();
reply({ type: 'ready', address: server.getServerConn() });
