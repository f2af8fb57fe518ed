import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, run } from './run.ts';

/**
 * Compiles `packages/scoring/kernel` to WebAssembly and writes it as a module that any platform can load. With
 * `--check` nothing is written: the exit code tells whether the module follows the source.
 */
const source = 'packages/scoring/kernel/index.ts';
const target = join(root, 'packages/scoring/src/robustness/kernel-code.ts');

async function compile(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'gongping-kernel-'));
  try {
    const file = join(folder, 'kernel.wasm');
    const compiled = await run([
      'asc',
      source,
      '-O3',
      '--runtime',
      'stub',
      '--noAssert',
      '--enable',
      'simd',
      '--outFile',
      file,
    ]);
    if (!compiled) throw new Error(`${source} does not compile.`);
    return readFileSync(file).toString('base64');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const lines = ((await compile()).match(/.{1,96}/g) ?? []).map((line) => `  '${line}',`).join('\n');
const text = `// Written by scripts/kernel.ts from packages/scoring/kernel; not edited by hand.

/** WebAssembly with SIMD, in base64. */
export const kernelCode = [
${lines}
].join('');
`;
if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== text) {
    console.error('kernel-code.ts does not follow packages/scoring/kernel: run npm run kernel.');
    process.exitCode = 1;
  }
} else writeFileSync(target, text);
