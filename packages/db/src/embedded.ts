import { Worker } from 'node:worker_threads';
import type { PoolConfig } from 'pg';
import type { EmbeddedReply, EmbeddedRequest, EmbeddedSettings } from './embedded-messages.ts';
import { createRuntimeDir } from './embedded-runtime-dir.ts';

export interface EmbeddedOptions {
  /** Folder of the PostgreSQL files; null keeps the database in memory. */
  folder: string | null;
  template: Uint8Array<ArrayBuffer> | null;
  /** Called when the engine dies while it is in use; afterwards every query fails. */
  onFailure: (error: Error) => void;
}

export interface EmbeddedServer {
  /** Where `pg` connects. */
  connection: Pick<PoolConfig, 'host' | 'port' | 'user' | 'database'>;
  /** Uncompressed tar of the whole database. No query may be under way. */
  dump(): Promise<Uint8Array<ArrayBuffer>>;
  close(): Promise<void>;
}

/**
 * Starts PostgreSQL in WebAssembly in a thread of its own, reachable by the ordinary driver through a Unix socket
 * in a folder only this user can enter (Windows: a free port on the loopback address).
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const runtime = process.platform === 'win32' ? null : createRuntimeDir();
  const settings: EmbeddedSettings = {
    folder: options.folder,
    template: options.template,
    // `pg` looks for `.s.PGSQL.<port>` in the folder given as its host.
    listen: runtime ? { path: `${runtime.path}/.s.PGSQL.5432` } : { loopback: true },
  };
  // Flags of the parent (a test runner's loaders, say) are not for this thread.
  const worker = new Worker(new URL('./embedded-worker.ts', import.meta.url), {
    workerData: settings,
    execArgv: [],
  });
  const thread = converse(worker);
  let closing = false;
  worker.once('exit', () => {
    runtime?.remove();
    if (!closing) options.onFailure(thread.failure());
  });

  try {
    const { address } = await thread.expect('ready');
    const user = { user: 'postgres', database: 'postgres' };
    const connection = runtime
      ? { host: runtime.path, port: 5432, ...user }
      : { host: '127.0.0.1', port: Number(address.slice(address.lastIndexOf(':') + 1)), ...user };
    return {
      connection,
      async dump() {
        thread.send({ type: 'dump' });
        return (await thread.expect('dumped')).bytes;
      },
      async close() {
        if (closing) return;
        closing = true;
        thread.send({ type: 'close' });
        await thread.expect('closed');
        await worker.terminate();
      },
    };
  } catch (error) {
    closing = true;
    await worker.terminate();
    throw error;
  }
}

/** Question and answer with the thread; an answer that can no longer come rejects instead of hanging. */
function converse(worker: Worker) {
  let cause: Error | null = null;
  const failure = (): Error => cause ?? new Error('The embedded database stopped unexpectedly');
  worker.on('error', (error) => (cause = error instanceof Error ? error : new Error(String(error))));
  worker.on('message', (message: EmbeddedReply) => {
    if (message.type === 'failed') cause = new Error(`The embedded database failed: ${message.message}`);
  });

  return {
    failure,
    send(request: EmbeddedRequest): void {
      worker.postMessage(request);
    },
    expect<T extends EmbeddedReply['type']>(type: T): Promise<Extract<EmbeddedReply, { type: T }>> {
      return new Promise((resolve, reject) => {
        const finish = (settle: () => void): void => {
          worker.off('message', onMessage);
          worker.off('exit', onExit);
          settle();
        };
        const onExit = (): void => finish(() => reject(failure()));
        const onMessage = (message: EmbeddedReply): void => {
          if (isReply(message, type)) finish(() => resolve(message));
        };
        worker.on('message', onMessage);
        worker.on('exit', onExit);
      });
    },
  };
}

function isReply<T extends EmbeddedReply['type']>(
  message: EmbeddedReply,
  type: T,
): message is Extract<EmbeddedReply, { type: T }> {
  return message.type === type;
}
