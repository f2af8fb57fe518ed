import { readBundle, resultsCsv, withSource } from '@gongping/bundle';
import { computeResults, describeProblem, type Results } from '@gongping/scoring';
import { Command } from 'commander';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../exit-code.ts';
import { terminalLanguage } from '../language.ts';

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
  const { input, source } = await readBundle(path);
  const results = withSource(source, () => computeResults(input));
  const language = terminalLanguage(process.env);
  for (const warning of results.warnings) console.error(describeProblem(warning, language));
  const csv = resultsCsv(results);
  if (out !== undefined) await writeResults(out, csv);
  if (json) console.log(resultsJson(results));
  else if (out === undefined) process.stdout.write(csv);
}

async function writeResults(folder: string, csv: string): Promise<void> {
  const file = join(folder, 'results.csv');
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(file, csv);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new InputError(`无法写入 ${file} cannot be written: ${why}`, { cause });
  }
  console.error(file);
}

function resultsJson({ rows, method, warnings }: Results): string {
  return JSON.stringify({ results: rows, method, warnings }, null, 2);
}
