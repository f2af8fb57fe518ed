import { terminalLanguage } from './language.ts';
import { createProgram } from './program.ts';
import { reportError } from './report-error.ts';

/**
 * Runs a command in this process: with its folder, environment, streams and exit code.
 *
 * @param args what stands behind `gongping`
 */
export async function runCommandLine(args: readonly string[]): Promise<void> {
  try {
    await createProgram().parseAsync(args, { from: 'user' });
  } catch (error) {
    const say = (text: unknown): void => console.error(text);
    process.exitCode = reportError(error, { language: terminalLanguage(process.env), say });
  }
}
