import { BundleError, describeBundleProblem } from '@gongping/bundle';
import { CommanderError } from 'commander';
import { exitCode, InputError } from './exit-code.ts';
import { printable } from './printable.ts';
import { isClosedPipe } from './write-pieces.ts';

/** Where and in which language people are told. */
export interface Report {
  readonly language: 'zh' | 'en';
  say(text: unknown): void;
}

/**
 * Says what went wrong: one sentence where the input is to be mended.
 *
 * @returns the code to exit with
 */
export function reportError(error: unknown, { language, say }: Report): number {
  // Commander has said it already; it counts the help that was asked for as an error of code 0.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.done : exitCode.badInput;
  if (isClosedPipe(error)) return exitCode.done;
  if (error instanceof BundleError) {
    say(bundleSentence(error, language));
    return exitCode.badInput;
  }
  if (error instanceof InputError) {
    say(error.message);
    return exitCode.badInput;
  }
  say(error);
  return exitCode.internal;
}

function bundleSentence({ problems, count, message }: BundleError, language: 'zh' | 'en'): string {
  const [first] = problems;
  if (first === undefined) return printable(message);
  const more = { zh: `（共 ${count} 处问题）`, en: ` (${count} problems in all)` };
  return `${printable(describeBundleProblem(first, language))}${count > 1 ? more[language] : ''}`;
}
