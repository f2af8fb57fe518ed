import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Node has it; its types are the browser's, which nothing else here wants. */
interface Platform {
  readonly WebAssembly: { compile(code: Uint8Array): Promise<unknown> };
}

let held: Promise<unknown> | undefined;

/**
 * Compiles the engine of the embedded database, once a process, and holds it: V8 gives every later load of the same bytes
 * what it has compiled already, down to what it found to be worth optimising. Without this each test file would compile anew.
 */
export async function holdEngine(): Promise<void> {
  held ??= compile();
  await held;
}

async function compile(): Promise<unknown> {
  const { WebAssembly } = globalThis as unknown as Platform;
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  return WebAssembly.compile(await readFile(join(dirname(entry), 'pglite.wasm')));
}
