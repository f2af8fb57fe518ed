import { readRatings } from '@gongping/bundle';
import { formatDecimal } from '@gongping/scoring';
import { agreement, type Agreement, type Category } from '@gongping/statistics';
import { Command } from 'commander';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { InputError } from '../exit-code.ts';

interface AgreementFlags {
  readonly categories?: string;
  readonly json?: boolean;
}

const example = `
The file has the columns subject, rater and rating; a missing rating is an empty cell or an absent line. Weighted kappa
takes the categories in the order given, else the ratings that occur, by size.

Example:
  $ npx gongping agreement ratings.csv --categories 0,1,2,3
`;

export function agreementCommand(): Command {
  return new Command('agreement')
    .description('agreement between raters 评估员之间的一致性')
    .argument('<ratings>', 'ratings.csv')
    .option('--categories <list>', 'the categories in their order, separated by commas')
    .option('--json', 'print the figures as JSON on stdout')
    .addHelpText('after', example)
    .action(measureAgreement);
}

async function measureAgreement(path: string, { categories, json = false }: AgreementFlags): Promise<void> {
  const { ratings } = readRatings(basename(path), await bytesOf(path));
  const figures = computeWith(ratings, categories);
  if (json) console.log(JSON.stringify(figures, null, 2));
  else process.stdout.write(table(figures));
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new InputError(`无法读取 ${path} cannot be read: ${why}`, { cause });
  }
}

function computeWith(
  ratings: readonly (readonly (Category | null)[])[],
  list: string | undefined,
): Agreement {
  const numeric = ratings.every((row) => row.every((rating) => typeof rating !== 'string'));
  const categories = list?.split(',').map((each): Category => {
    const text = each.trim();
    return numeric && text !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
  });
  try {
    return agreement(ratings, categories);
  } catch (error) {
    if (error instanceof RangeError) throw new InputError(`--categories: ${error.message}`, { cause: error });
    throw error;
  }
}

/** The figures a line each; what is undefined with its reason. */
function table(figures: Agreement): string {
  const { cohenKappa, krippendorffAlpha, icc, notes } = figures;
  const rows: [string, number | null][] = [
    ['percentAgreement', figures.percentAgreement],
    ...Object.entries(cohenKappa ?? {}).map(([name, x]): [string, number | null] => [
      `cohenKappa.${name}`,
      x,
    ]),
    ['fleissKappa', figures.fleissKappa],
    ...Object.entries(krippendorffAlpha).map(([name, x]): [string, number | null] => [
      `krippendorffAlpha.${name}`,
      x,
    ]),
    ...Object.entries(icc).map(([name, x]: [string, number | null]): [string, number | null] => [
      `icc.${name}`,
      x,
    ]),
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  const reason = (name: string): string => notes[name] ?? notes[name.split('.')[0] ?? ''] ?? '';
  const line = ([name, x]: [string, number | null]): string =>
    `${name.padEnd(width)}  ${x === null ? `– ${reason(name)}` : formatDecimal(x, 4).padStart(8)}`;
  const counts = `${figures.subjects} subjects, ${figures.raters} raters`;
  return `${[counts, ...rows.map(line)].join('\n')}\n`;
}
