import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The folder of the repository, without a slash at the end. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '');

const QUIET = { TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', TURBO_NO_UPDATE_NOTIFIER: '1' };

/** What a program printed is ours at once, or kept until it has ended. */
export interface RunOptions {
  env?: Record<string, string>;
  /** Given each piece of what it prints; without it the output is ours. */
  hear?: (text: string) => void;
}

/**
 * Runs a program of the packages in the repository's folder.
 *
 * @returns true when it ended with code 0
 */
export function run(command: readonly string[], { env = {}, hear }: RunOptions = {}): Promise<boolean> {
  const [program = '', ...args] = command;
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, ...QUIET, ...env },
    // Nobody is there to answer a question.
    stdio: hear ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (piece: Buffer) => hear?.(piece.toString()));
  return new Promise((resolve) => {
    child.once('error', (error) => {
      (hear ?? console.error)(error.message);
      resolve(false);
    });
    child.once('close', (code) => resolve(code === 0));
  });
}
