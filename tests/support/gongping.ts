import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { compiledBefore } from './compiled-before.ts';

/** The program that `npx gongping` runs. */
export const gongping = fileURLToPath(new URL('../../apps/cli/bin/gongping.mjs', import.meta.url));

export interface Outcome {
  /** Exit code; null where a signal ended the process. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line as a process of its own, in an environment of nothing but what is given. */
export async function gongpingCommand(
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Outcome> {
  const child = spawn(process.execPath, [gongping, ...args], {
    ...options,
    env: { PATH: process.env.PATH ?? '', ...compiledBefore, ...options.env },
  });
  child.stdout.setEncoding('utf8');
  child.stderr.setEncoding('utf8');
  const printed = { stdout: '', stderr: '' };
  child.stdout.on('data', (text: string) => (printed.stdout += text));
  child.stderr.on('data', (text: string) => (printed.stderr += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...printed };
}
