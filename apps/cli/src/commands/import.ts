import type * as Product from '@gongping/api';
import type { Database } from '@gongping/db';
import type { ReadTable, TableShape } from '@gongping/tables';
import { Command } from 'commander';
import { createProgress } from '../progress.ts';
import { tellingTableProblems, type TableProblemJson } from '../tell-table-problems.ts';
import { withDatabase } from '../with-database.ts';

type Api = typeof Product;

interface Flags {
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

interface Import<T extends Product.ImportCounts> {
  shapes(api: Api): readonly TableShape[];
  run(
    api: Api,
    db: Database,
    given: { tables: ReadonlyMap<string, ReadTable>; now: Date; dryRun: boolean },
  ): Promise<T>;
  /** What was done besides the counts, in both languages. */
  describe?(result: T): readonly [zh: string, en: string];
}

const database = `
FILE is an .xlsx workbook, a .csv file (for a single table), or a folder or .zip of CSV files, as gongping export writes
them. All of it is imported or nothing: every problem is listed with its sheet, row and column. The database is the one
at DATABASE_URL, else the embedded one in DATA_DIR, which can be open in one program only: stop the server first.
`;

export function importCommand(): Command {
  const units = importing('units', 'add and change units, by code 导入单位', {
    example: 'units units.xlsx --dry-run',
    notes:
      'Units that are not in the file stay as they are. The kind of a unit that is there already cannot change.',
  }).action((file: string, flags: Flags) =>
    importFile(file, flags, {
      shapes: (api) => [api.unitShape],
      run: (api, db, { tables, ...options }) => api.importUnits(db, tables, options),
    }),
  );
  const indicators = importing('indicators', 'make a new version of an indicator system 导入指标体系', {
    example: 'indicators indicators.xlsx --freeze',
    notes:
      'The new version is a draft unless it is frozen; only a frozen one can be assessed by, and it never changes again.',
  })
    .option('--freeze', 'freeze the version, also a draft that says the same already')
    .action((file: string, { freeze = false, ...flags }: Flags & { freeze?: boolean }) =>
      importFile(file, flags, {
        shapes: (api) => api.systemShapes,
        run: (api, db, { tables, ...options }) => api.importSystem(db, tables, { ...options, freeze }),
        describe: ({ code, version, frozen }) => [
          `${code}@${version}（${frozen ? '已冻结' : '草稿'}）`,
          `${code}@${version} (${frozen ? 'frozen' : 'draft'})`,
        ],
      }),
    );
  const scores = importing('scores', 'write scores as an account 导入得分', {
    example: 'scores scores.xlsx --assessment 2020 --as wang',
    notes:
      'Rows that say what is there already and rows without a state write nothing; to take a score back, write the state\nunscored. The account needs what the site would ask: the cell is assigned to it, the assessment is being scored.',
  })
    .requiredOption('--assessment <slug>', 'as in the addresses of the site')
    .requiredOption('--as <account>', 'account in whose name the scores are written')
    .action((file: string, { assessment, as, ...flags }: Flags & { assessment: string; as: string }) =>
      importFile(file, flags, {
        shapes: (api) => [api.scoreShape],
        run: (api, db, { tables, ...options }) =>
          api.importScores(db, tables, { ...options, slug: assessment, account: as }),
      }),
    );
  return [units, indicators, scores].reduce(
    (command, each) => command.addCommand(each),
    new Command('import').description('tables into the database, all or nothing 导入表格'),
  );
}

function importing(
  name: string,
  description: string,
  { example, notes }: { example: string; notes: string },
): Command {
  return new Command(name)
    .description(description)
    .argument('<file>', 'workbook, CSV file, or folder or .zip of CSV files')
    .option('--dry-run', 'do everything, then leave the database as it was')
    .option('--json', 'print what was done, or what is wrong, as JSON on stdout')
    .addHelpText('after', `${database}\n${notes}\n\nExample:\n  $ npx gongping import ${example}\n`);
}

async function importFile<T extends Product.ImportCounts>(
  file: string,
  { dryRun = false, json = false }: Flags,
  { shapes, run, describe }: Import<T>,
): Promise<void> {
  const api = await import('@gongping/api');
  const { readTables } = await import('@gongping/tables');
  const tellJson = (problems: readonly TableProblemJson[]): void => {
    if (json) console.log(JSON.stringify({ created: 0, changed: 0, unchanged: 0, problems }));
  };
  const progress = createProgress(process.stderr);
  const result = await tellingTableProblems(async () => {
    progress.update(`正在读取 reading ${file} …`);
    const tables = await readTables(file, shapes(api));
    return withDatabase(({ database: { db } }) => {
      progress.update('正在核对并写入 checking and writing …');
      return run(api, db, { tables, now: new Date(), dryRun });
    });
  }, tellJson).finally(() => progress.done());
  if (json) {
    console.log(JSON.stringify({ ...result, problems: [] }));
    return;
  }
  for (const { row, sentence } of result.notices ?? []) {
    console.error(`第 ${row} 行 row ${row}：${sentence.zh} ${sentence.en}`);
  }
  const { created, changed, unchanged } = result;
  const [zh, en] = describe?.(result) ?? ['', ''];
  const trial = dryRun ? { zh: '（试运行，未写入）', en: ' (dry run, nothing written)' } : { zh: '', en: '' };
  console.error(
    `新增 ${created}，更改 ${changed}，不变 ${unchanged}${zh && `：${zh}`}${trial.zh}。` +
      `Created ${created}, changed ${changed}, unchanged ${unchanged}${en && `: ${en}`}${trial.en}.`,
  );
}
