import { chdir, cwd } from 'node:process';
import { format } from 'node:util';
import { vi } from 'vitest';
import { runCommandLine } from '../../apps/cli/src/run-command-line.ts';
import type { Outcome } from './gongping.ts';

interface Surroundings {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

let last: Promise<unknown> = Promise.resolve();

/**
 * What `gongpingCommand` does, in this process: for what a command does, prints and refuses, where starting the product once
 * more would prove nothing new. Folder, environment, streams and exit code are the command's while it runs, so commands wait
 * for each other.
 */
export function gongpingHere(args: readonly string[], surroundings: Surroundings = {}): Promise<Outcome> {
  const outcome = last.then(() => runHere(args, surroundings));
  last = outcome.catch(() => undefined);
  return outcome;
}

async function runHere(args: readonly string[], surroundings: Surroundings): Promise<Outcome> {
  const printed = { stdout: '', stderr: '' };
  const before = { folder: cwd(), env: process.env, exitCode: process.exitCode };
  const to = (name: 'stdout' | 'stderr') => (text: string) => (printed[name] += text);
  const spies = [
    spyOnWriting(process.stdout, to('stdout')),
    spyOnWriting(process.stderr, to('stderr')),
    vi.spyOn(console, 'log').mockImplementation((...said) => void to('stdout')(`${format(...said)}\n`)),
    vi.spyOn(console, 'error').mockImplementation((...said) => void to('stderr')(`${format(...said)}\n`)),
  ];
  try {
    if (surroundings.cwd !== undefined) chdir(surroundings.cwd);
    process.env = { PATH: before.env['PATH'] ?? '', ...surroundings.env };
    process.exitCode = undefined;
    await runCommandLine(args);
    return { code: Number(process.exitCode ?? 0), ...printed };
  } finally {
    process.exitCode = before.exitCode;
    process.env = before.env;
    chdir(before.folder);
    for (const spy of spies) spy.mockRestore();
  }
}

/** Keeps what is written, and answers as a stream that has room for more. */
function spyOnWriting(stream: NodeJS.WriteStream, keep: (text: string) => void) {
  return vi.spyOn(stream, 'write').mockImplementation((chunk, ...rest) => {
    keep(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString());
    const written = rest.at(-1);
    if (typeof written === 'function') written(null);
    return true;
  });
}
