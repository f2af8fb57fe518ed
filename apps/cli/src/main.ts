import { BundleError, describeBundleProblem } from '@gongping/bundle';
import { CommanderError } from 'commander';
import { exitCode, InputError } from './exit-code.ts';
import { terminalLanguage } from './language.ts';
import { createProgram } from './program.ts';

try {
  await createProgram().parseAsync();
} catch (error) {
  process.exitCode = report(error);
}

/** Says on stderr what went wrong. @returns the code to exit with */
function report(error: unknown): number {
  // Commander has said it already; it counts the help that was asked for as an error of code 0.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.done : exitCode.badInput;
  if (error instanceof BundleError) {
    console.error(bundleSentence(error));
    return exitCode.badInput;
  }
  if (error instanceof InputError) {
    console.error(error.message);
    return exitCode.badInput;
  }
  console.error(error);
  return exitCode.internal;
}

function bundleSentence({ problems, count, message }: BundleError): string {
  const [first] = problems;
  if (first === undefined) return message;
  const language = terminalLanguage(process.env);
  const more = { zh: `（共 ${count} 处问题）`, en: ` (${count} problems in all)` };
  return `${describeBundleProblem(first, language)}${count > 1 ? more[language] : ''}`;
}
