import { exitCode } from './exit-code.ts';
import { runCommandLine } from './run-command-line.ts';
import { isClosedPipe } from './write-pieces.ts';

// `| head` has read enough: there is nobody left to write to, and nothing wrong.
process.stdout.on('error', (error) => {
  if (!isClosedPipe(error)) throw error;
  process.exit(exitCode.done);
});

await runCommandLine(process.argv.slice(2));
