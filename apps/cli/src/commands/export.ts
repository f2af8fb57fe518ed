import type * as Product from '@gongping/api';
import type { Database } from '@gongping/db';
import type { Table } from '@gongping/tables';
import { Command } from 'commander';
import { InputError } from '../exit-code.ts';
import { newOutput } from '../new-output.ts';
import { createProgress } from '../progress.ts';
import { tellingTableProblems } from '../tell-table-problems.ts';
import { withDatabase } from '../with-database.ts';
import { writeFiles, writeTables } from '../write-tables.ts';

type Api = typeof Product;

interface Out {
  readonly out: string;
  readonly json?: boolean;
}

const database = `
A name ending in .xlsx makes a workbook, .csv a file of CSV (for a single table), .zip an archive of CSV files, any other
a folder of them. Nothing that is there is written over. The database is the one at DATABASE_URL, else the embedded one
in DATA_DIR, which can be open in one program only: stop the server first.
`;

export function exportCommand(): Command {
  const units = exporting('units', 'all units 导出单位', 'units --out units.xlsx').action(
    ({ out, json }: Out) =>
      exportTables({ out, json }, 'one', (api, db, medium) => api.exportUnits(db, medium)),
  );
  const indicators = exporting(
    'indicators',
    'a version of an indicator system 导出指标体系',
    'indicators --system zhuzhou-2020 --out indicators.xlsx',
  )
    .requiredOption('--system <code>', 'its code, for the newest version, or code@version')
    .action(({ out, json, system }: Out & { system: string }) =>
      exportTables({ out, json }, 'several', (api, db, medium) => api.exportSystem(db, system, medium)),
    );
  const scores = exporting(
    'scores',
    'every score of an assessment, ready to be filled in 导出得分',
    'scores --assessment 2020 --out scores.xlsx',
  )
    .requiredOption('--assessment <slug>', 'as in the addresses of the site')
    .action(({ out, json, assessment }: Out & { assessment: string }) =>
      exportTables({ out, json }, 'one', (api, db, medium) => api.exportScores(db, assessment, medium)),
    );
  const bundle = exporting(
    'bundle',
    'an assessment as it stands, for gongping score 导出数据包',
    'bundle --assessment 2020 --out 2020.zip',
  )
    .requiredOption('--assessment <slug>', 'as in the addresses of the site')
    .action(({ out, json, assessment }: Out & { assessment: string }) =>
      exportBundle({ out, json }, assessment),
    );
  return [units, indicators, scores, bundle].reduce(
    (command, each) => command.addCommand(each),
    new Command('export').description('tables out of the database, to edit or to keep 导出表格'),
  );
}

function exporting(name: string, description: string, example: string): Command {
  return new Command(name)
    .description(description)
    .requiredOption('--out <file>', 'file or folder to write')
    .option('--json', 'print what was written as JSON on stdout')
    .addHelpText('after', `${database}\nExample:\n  $ npx gongping export ${example}\n`);
}

async function exportTables(
  { out, json }: { out: string; json: boolean | undefined },
  count: 'one' | 'several',
  make: (api: Api, db: Database, medium: Product.Medium) => Promise<Table[]>,
): Promise<void> {
  const output = await newOutput(out);
  if (output.kind === 'csv' && count === 'several') {
    throw new InputError(
      `一个 CSV 文件只放得下一张表；请用 .xlsx、.zip 或文件夹。\nOne CSV file holds one table; write to an .xlsx, a .zip or a folder.`,
    );
  }
  const api = await import('@gongping/api');
  const medium: Product.Medium = output.kind === 'xlsx' ? 'workbook' : 'csv';
  const progress = createProgress(process.stderr);
  const tables = await tellingTableProblems(async () => {
    progress.update('正在读取数据库 reading the database …');
    const made = await withDatabase(({ database: { db } }) => make(api, db, medium));
    progress.update(`正在写入 writing ${out} …`);
    await writeTables(output, made);
    return made;
  }).finally(() => progress.done());
  const rows = Object.fromEntries(tables.map((table) => [table.shape.name, table.rows.length]));
  report({ file: out, tables: rows }, json);
}

async function exportBundle(
  { out, json }: { out: string; json: boolean | undefined },
  slug: string,
): Promise<void> {
  const output = await newOutput(out);
  if (output.kind === 'xlsx' || output.kind === 'csv') {
    throw new InputError(
      `数据包是 .zip 或文件夹，请改用这样的名称。\nA bundle is a .zip or a folder; give such a name.`,
    );
  }
  const api = await import('@gongping/api');
  const { files, rows } = await tellingTableProblems(() =>
    withDatabase(({ database: { db } }) => api.exportBundle(db, slug)),
  );
  await writeFiles(output, files);
  report({ file: out, tables: rows }, json);
}

function report(
  written: { readonly file: string; readonly tables: Readonly<Record<string, number>> },
  json = false,
): void {
  if (json) {
    console.log(JSON.stringify(written));
    return;
  }
  const counts = Object.entries(written.tables).map(([name, rows]) => `${name} ${rows}`);
  console.error(
    `已导出到 ${written.file}（行数：${counts.join('，')}）。Exported to ${written.file} (rows: ${counts.join(', ')}).`,
  );
}
