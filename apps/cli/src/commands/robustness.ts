import { readBundle, withSource } from '@gongping/bundle';
import { runRobustness } from '@gongping/robustness';
import { computeModel, defaultRobustness, formatDecimal, resolveRobustness } from '@gongping/scoring';
import type { GroupRobustness, RobustnessResults, Scenario, UnitRobustness } from '@gongping/scoring';
import { Command } from 'commander';
import { InputError } from '../exit-code.ts';
import { createProgress } from '../progress.ts';

interface RobustnessFlags {
  readonly draws: string;
  readonly seed: string;
  readonly spread: string;
  readonly json?: boolean;
}

const example = `
In each draw every weight at every level is multiplied by its own number, uniform from 1 - spread to 1 + spread, and the
ranking is computed again. The table gives for each unit its rank, the mean, median and the 5 % and 95 % quantiles of
its ranks, the share of draws in which it is ahead of the next unit, and the group of units it is tied with. The same
seed gives the same figures everywhere.

Example:
  $ npx gongping robustness 2020.zip --draws 10000 --seed 1 --spread 0.2
`;

export function robustnessCommand(): Command {
  return new Command('robustness')
    .description('how far the ranking depends on the weights 名次对权重的稳健性')
    .argument('<bundle>', 'folder or .zip, as for score')
    .option('--draws <n>', 'how often the weights are drawn', String(defaultRobustness.draws))
    .option('--seed <n>', 'seed of the draws', String(defaultRobustness.seed))
    .option('--spread <x>', 'weights vary by this share, from 0 to below 1', String(defaultRobustness.spread))
    .option('--json', 'print everything, with the counts of all ranks and the scenarios, as JSON on stdout')
    .addHelpText('after', example)
    .action(robustness);
}

async function robustness(path: string, flags: RobustnessFlags): Promise<void> {
  const options = readOptions(flags);
  const { model, source } = await readBundle(path);
  // What cannot be scored is refused in the bundle's terms before any worker is started.
  withSource(source, () => computeModel(model));
  const progress = createProgress(process.stderr);
  const onProgress = (done: number, draws: number): void =>
    progress.update(`${done} / ${draws} (${formatDecimal((100 * done) / draws, 0)} %)`);
  const results = await runRobustness(model, { ...options, onProgress }).finally(() => progress.done());
  if (flags.json === true) process.stdout.write(`${JSON.stringify(plain(results), null, 2)}\n`);
  else for (const group of results.groups) process.stdout.write(table(group));
}

function readOptions({ draws, seed, spread }: RobustnessFlags): Parameters<typeof resolveRobustness>[0] {
  try {
    return resolveRobustness({ draws: number(draws), seed: number(seed), spread: number(spread) });
  } catch (error) {
    if (error instanceof RangeError) throw new InputError(`--${error.message}`, { cause: error });
    throw error;
  }
}

/** What is no plain number becomes NaN, which the options refuse with their sentence. */
function number(text: string): number {
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
}

const columns = ['unit', 'rank', 'mean', 'median', 'q5', 'q95', 'ahead_of_next', 'tie'] as const;

function table({ group, units }: GroupRobustness): string {
  const rows = units.map(({ unit, rank, mean, median, q5, q95, aheadOfNext, tie }) => [
    unit,
    String(rank),
    ...[mean, median, q5, q95].map((x) => formatDecimal(x, 2)),
    aheadOfNext === null ? '' : formatDecimal(aheadOfNext, 4),
    String(tie),
  ]);
  const widths = columns.map((column, i) =>
    Math.max(column.length, ...rows.map((row) => row[i]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('  ');
  return `${[group, line(columns), ...rows.map(line)].join('\n')}\n`;
}

interface PlainUnit extends Omit<UnitRobustness, 'counts'> {
  readonly shares: readonly { readonly rank: number; readonly share: number }[];
}

/** The results as JSON has them: of each unit every rank that occurs with its share of the draws. */
function plain({ options, groups, scenarios }: RobustnessResults): {
  readonly options: RobustnessResults['options'];
  readonly groups: readonly { readonly group: string; readonly units: readonly PlainUnit[] }[];
  readonly scenarios: readonly Scenario[];
} {
  const unitOf = ({ counts, ...figures }: UnitRobustness): PlainUnit => {
    const { best, worst } = figures;
    const step = counts.length > 1 ? (worst - best) / (counts.length - 1) : 1;
    const shares = Array.from(counts, (count, i) => ({
      rank: best + i * step,
      share: count / options.draws,
    }));
    return { ...figures, shares: shares.filter(({ share }) => share > 0) };
  };
  return {
    options,
    groups: groups.map(({ group, units }) => ({ group, units: units.map(unitOf) })),
    scenarios,
  };
}
