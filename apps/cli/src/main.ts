import { exitCode } from './exit-code.ts';
import { terminalLanguage } from './language.ts';
import { createProgram } from './program.ts';
import { reportError } from './report-error.ts';
import { isClosedPipe } from './write-pieces.ts';

// `| head` has read enough: there is nobody left to write to, and nothing wrong.
process.stdout.on('error', (error) => {
  if (!isClosedPipe(error)) throw error;
  process.exit(exitCode.done);
});

try {
  await createProgram().parseAsync();
} catch (error) {
  const say = (text: unknown): void => console.error(text);
  process.exitCode = reportError(error, { language: terminalLanguage(process.env), say });
}
