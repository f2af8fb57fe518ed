import { readBundle, resultsCsvPieces, withSource } from '@gongping/bundle';
import { computeModel, describeProblem, type Results } from '@gongping/scoring';
import { Command } from 'commander';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../exit-code.ts';
import { terminalLanguage } from '../language.ts';
import { writeFilePieces, writePieces } from '../write-pieces.ts';

interface ScoreOptions {
  readonly out?: string;
  readonly json?: boolean;
}

export function scoreCommand(): Command {
  return new Command('score')
    .description('compute a bundle without any database 计算数据包')
    .argument('<bundle>', 'folder or .zip with units.csv, indicators.csv, scores.csv and method.json')
    .option('--out <folder>', 'write results.csv there instead of to stdout')
    .option('--json', 'print the results, the method and the warnings as JSON on stdout')
    .addHelpText('after', '\nExample:\n  $ npx gongping score 2020.zip --out results\n')
    .action(score);
}

async function score(path: string, { out, json = false }: ScoreOptions): Promise<void> {
  const results = await compute(path);
  tellWarnings(results);
  if (out !== undefined) await writeResults(out, results);
  if (json) await writePieces(process.stdout, jsonPieces(results));
  else if (out === undefined) await writePieces(process.stdout, resultsCsvPieces(results.eachRow()));
}

/** Only the results outlive this: what was read is let go before they are written. */
async function compute(path: string): Promise<Results> {
  const { model, source } = await readBundle(path);
  return withSource(source, () => computeModel(model));
}

/** More than these would bury what a person at a terminal is looking for; JSON has them all. */
const SHOWN = 20;

function tellWarnings({ warnings }: Results): void {
  const language = terminalLanguage(process.env);
  for (const warning of warnings.slice(0, SHOWN)) console.error(describeProblem(warning, language));
  const more = warnings.length - SHOWN;
  if (more <= 0) return;
  const sentence = {
    zh: `另有 ${more} 条提示，用 --json 查看全部。`,
    en: `${more} more warnings; --json has them all.`,
  };
  console.error(sentence[language]);
}

async function writeResults(folder: string, results: Results): Promise<void> {
  const file = join(folder, 'results.csv');
  try {
    await mkdir(folder, { recursive: true });
    await writeFilePieces(file, resultsCsvPieces(results.eachRow()));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new InputError(`无法写入 ${file} cannot be written: ${why}`, { cause });
  }
  console.error(file);
}

/** The same as `JSON.stringify({ results, method, warnings })`, a row a line. */
function* jsonPieces({ eachRow, method, warnings }: Results): Generator<string, void> {
  yield '{"results": [';
  let separator = '\n';
  for (const row of eachRow()) {
    yield `${separator}${JSON.stringify(row)}`;
    separator = ',\n';
  }
  yield `\n],\n"method": ${JSON.stringify(method, null, 2)},\n"warnings": [`;
  separator = '\n';
  for (const warning of warnings) {
    yield `${separator}${JSON.stringify(warning)}`;
    separator = ',\n';
  }
  yield '\n]}\n';
}
