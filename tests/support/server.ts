import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { compiledBefore } from './compiled-before.ts';
import { freePort } from './free-port.ts';
import { temporaryFolder } from './temporary-folder.ts';

const SERVE = fileURLToPath(new URL('../../scripts/serve.ts', import.meta.url));

export interface ProductOptions {
  /** Settings of the product, over those of the test (`HOST`, `PORT`, `DATA_DIR`). */
  env?: Record<string, string>;
  /** Folder of an earlier run to go on with; a fresh one unless told. */
  dataDir?: string;
}

export interface RunningProduct {
  /** `http://127.0.0.1:<port>` without a slash at the end. */
  url: string;
  dataDir: string;
  pid: number;
  /** Everything it has printed so far. */
  output(): string;
  /** Ends it as an operator would (SIGTERM) and waits. */
  stop(): Promise<void>;
  /** `kill -9`, as a power cut of the process. */
  kill(): Promise<void>;
  /** Stops it and removes its data folder. */
  remove(): Promise<void>;
}

/**
 * Starts the real product, site and API, as a process of its own on a free port, and waits until it is ready.
 * The site must have been built. Nothing of this process's settings reaches it except the path.
 */
export async function startProduct(options: ProductOptions = {}): Promise<RunningProduct> {
  const dataDir = options.dataDir ?? (await newDataDir(options));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [SERVE], {
    env: {
      PATH: process.env.PATH ?? '',
      HOST: '127.0.0.1',
      PORT: String(port),
      DATA_DIR: dataDir,
      ORIGIN: url,
      ...compiledBefore,
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  }
  const endWithTests = (): boolean => child.kill('SIGKILL');
  process.once('exit', endWithTests);
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    process.off('exit', endWithTests);
    if (isRunning(child)) {
      child.kill(signal);
      await once(child, 'exit');
    }
  };
  await untilReady(child, url, () => printed);
  return {
    url,
    dataDir,
    pid: child.pid ?? 0,
    output: () => printed,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    async remove() {
      await end('SIGTERM');
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A folder with the demonstration in it where the run has prepared one (see `prepareProduct`), else an empty one. */
async function newDataDir({ env }: ProductOptions): Promise<string> {
  const folder = temporaryFolder('product');
  const template = process.env['PRODUCT_TEMPLATE'];
  if (template !== undefined && env?.['DEMO'] === undefined) await cp(template, folder, { recursive: true });
  return folder;
}

async function untilReady(child: ChildProcess, url: string, output: () => string): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline && isRunning(child)) {
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    await answer?.body?.cancel();
    if (answer?.ok) return;
    await pause(100);
  }
  const reason = isRunning(child)
    ? 'was not ready within 60 s'
    : `ended with code ${child.exitCode ?? child.signalCode}`;
  child.kill('SIGKILL');
  throw new Error(`The product ${reason}:\n${output()}`);
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}
