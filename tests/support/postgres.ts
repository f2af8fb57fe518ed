import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from './free-port.ts';
import { postgresBinaries } from './postgres-binaries.ts';
import { temporaryFolder } from './temporary-folder.ts';

export interface PostgresServer {
  /** Address of the maintenance database, as a user who may create databases. */
  url: string;
  stop(): Promise<void>;
}

const SETTINGS = {
  max_connections: '60',
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
};

/** What tests store is worth no flush to disk. */
const FLEETING = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/**
 * A PostgreSQL server for tests: the one at `TEST_DATABASE_URL`, else one from npm in a temporary folder on a free
 * port. It ends, and its folder goes, with this process, however this process ends.
 * @param durable what it acknowledges is on the disk, as in production
 */
export async function startPostgres({ durable = false } = {}): Promise<PostgresServer> {
  const url = process.env.TEST_DATABASE_URL;
  if (url) return { url, stop: async () => undefined };

  const folder = temporaryFolder('postgres');
  const owner = await unprivilegedUser();
  // Everyone may pass through, so that the server's user reaches its own folder inside.
  await chmod(folder, 0o711);
  const data = join(folder, 'data');
  await mkdir(data, { mode: 0o700 });
  if (owner) await chown(data, owner.uid, owner.gid);

  const binaries = await postgresBinaries(folder, owner !== null);
  await run(binaries.initdb, ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'], owner);
  const port = await freePort();
  const flags = Object.entries({ ...SETTINGS, ...(durable ? {} : FLEETING) }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const stop = await launch(folder, [binaries.postgres, '-D', data, '-p', String(port), ...flags], owner);
  return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, stop };
}

interface Owner {
  uid: number;
  gid: number;
}

/** PostgreSQL refuses to run as root; every Linux has a user called nobody. */
async function unprivilegedUser(): Promise<Owner | null> {
  if (process.getuid?.() !== 0) return null;
  const id = async (flag: string): Promise<number> =>
    Number((await promisify(execFile)('id', [flag, 'nobody'])).stdout);
  return { uid: await id('-u'), gid: await id('-g') };
}

async function run(program: string, args: string[], owner: Owner | null): Promise<void> {
  // The current folder may be closed to the server's user.
  await promisify(execFile)(program, args, { cwd: tmpdir(), env: serverEnvironment(), ...(owner ?? {}) });
}

/**
 * Starts the server under a shell that waits for the end of its standard input: when this process goes, even by
 * `kill -9`, the pipe closes, and the shell stops the server.
 */
async function launch(folder: string, command: string[], owner: Owner | null): Promise<() => Promise<void>> {
  const watched = ['/bin/sh', '-c', '"$@" & server=$!; read -r _; kill -QUIT $server; wait $server', 'sh'];
  const [program = '', ...args] = process.platform === 'win32' ? command : [...watched, ...command];
  const server = spawn(program, args, {
    cwd: tmpdir(),
    env: serverEnvironment(),
    stdio: ['pipe', 'ignore', 'pipe'],
    ...(owner ?? {}),
  });
  const exited = once(server, 'exit');
  await ready(server.stderr);
  // Nothing may keep this process alive for the server's sake.
  server.unref();
  return async () => {
    server.ref();
    if (process.platform === 'win32') server.kill();
    else server.stdin.end();
    await exited;
    await rm(folder, { recursive: true, force: true });
  };
}

async function ready(log: NodeJS.ReadableStream): Promise<void> {
  let text = '';
  await new Promise<void>((resolve, reject) => {
    log.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes('ready to accept connections')) resolve();
    });
    log.once('close', () => reject(new Error(`PostgreSQL for the tests did not start:\n${text}`)));
  });
  log.removeAllListeners('data').resume();
}

/** The messages are read above, so they must be the untranslated ones. */
function serverEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, LC_ALL: 'C', LC_MESSAGES: 'C' };
}
