import { readBundle, resultsCsvLines, withSource } from '@gongping/bundle';
import { computeModel, formatDecimal, type ResultRow, type Results } from '@gongping/scoring';
import { Command } from 'commander';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../exit-code.ts';
import { terminalLanguage } from '../language.ts';
import { createProgress, type Progress } from '../progress.ts';
import { keepMemorySmall } from '../small-memory.ts';
import { warningLines } from '../tell-warnings.ts';
import { writeFilePieces, writePieces } from '../write-pieces.ts';

interface ScoreOptions {
  readonly out?: string;
  readonly json?: boolean;
}

const example = `
Prints results.csv: a row for each unit and node, with score, coverage, rank and band. Warnings go to stderr.

Example:
  $ npx gongping score 2020.zip --out results
`;

export function scoreCommand(): Command {
  return new Command('score')
    .description('compute a bundle without any database 计算数据包')
    .argument('<bundle>', 'folder or .zip with units.csv, indicators.csv, scores.csv and method.json')
    .option('--out <folder>', 'write results.csv there instead of to stdout')
    .option('--json', 'print the results, the method and the warnings as JSON on stdout')
    .addHelpText('after', example)
    .action(score);
}

async function score(path: string, { out, json = false }: ScoreOptions): Promise<void> {
  keepMemorySmall();
  const progress = createProgress(process.stderr);
  const results = await compute(path, progress).finally(() => progress.done());
  for (const line of warningLines(results.warnings, terminalLanguage(process.env))) console.error(line);
  if (out !== undefined) await writeResults(out, results, progress);
  if (json) await writePieces(process.stdout, jsonPieces(results));
  else if (out === undefined) await writePieces(process.stdout, resultsCsvLines(results.eachRow()));
}

/** Only the results outlive this: what was read is let go before they are written. */
async function compute(path: string, progress: Progress): Promise<Results> {
  const { model, source } = await readBundle(path, (read, size) =>
    progress.update(`scores.csv ${formatDecimal((100 * read) / size, 0)} %`),
  );
  return withSource(source, () => computeModel(model));
}

async function writeResults(folder: string, results: Results, progress: Progress): Promise<void> {
  const file = join(folder, 'results.csv');
  try {
    await mkdir(folder, { recursive: true });
    await writeFilePieces(file, resultsCsvLines(counted(results, progress)));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new InputError(`无法写入 ${file} cannot be written: ${why}`, { cause });
  } finally {
    progress.done();
  }
  console.error(file);
}

function* counted({ eachRow, totals }: Results, progress: Progress): Generator<ResultRow, void> {
  let units = 0;
  let unit: string | null = null;
  for (const row of eachRow()) {
    if (row.unit !== unit) progress.update(`results.csv ${units++} / ${totals.length}`);
    unit = row.unit;
    yield row;
  }
}

/** The same as `JSON.stringify({ results, method, warnings })`, a row a line. */
function* jsonPieces({ eachRow, method, warnings }: Results): Generator<string, void> {
  yield '{"results": [';
  yield* listPieces(eachRow());
  yield `],\n"method": ${JSON.stringify(method, null, 2)},\n"warnings": [`;
  yield* listPieces(warnings);
  yield ']}\n';
}

function* listPieces(items: Iterable<unknown>): Generator<string, void> {
  let separator = '\n';
  for (const item of items) {
    yield `${separator}${JSON.stringify(item)}`;
    separator = ',\n';
  }
  yield '\n';
}
