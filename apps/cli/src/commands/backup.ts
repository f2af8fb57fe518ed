import type { TableEnd } from '@gongping/db';
import { Command } from 'commander';
import { createProgress } from '../progress.ts';
import { withDatabase, withOpenDatabase } from '../with-database.ts';

const database = `
The database is the one at DATABASE_URL, else the embedded one in DATA_DIR, which can be open in one program only: stop
the server first. Sessions and one-time links are left out, so everybody signs in again after a restore.
`;

export function backupCommand(): Command {
  return new Command('backup')
    .description('write the whole database to a file 备份数据库')
    .argument('<file>', 'file to write, for example gongping.backup.gz')
    .option('--json', 'print what was written as JSON on stdout')
    .addHelpText('after', `${database}\nExample:\n  $ npx gongping backup gongping.backup.gz\n`)
    .action(async (file: string, { json = false }: { json?: boolean }) => {
      const { writeBackup } = await import('@gongping/db');
      const tables = await watched((told) =>
        withDatabase((opened) => writeBackup(opened.database, file, told)),
      );
      report(tables, { file, json, done: ['已备份到', 'Backed up to'] });
    });
}

export function restoreCommand(): Command {
  return new Command('restore')
    .description('put a backup into an empty database 恢复备份')
    .argument('<file>', 'file that gongping backup has written')
    .option('--json', 'print what was restored as JSON on stdout')
    .addHelpText(
      'after',
      `${database}\nThe database must be empty and the backup whole; nothing is written otherwise. A backup of an earlier version goes into a\ndatabase that was never used, and is upgraded.\n\nExample:\n  $ DATABASE_URL=postgres://gongping@db.example:5432/new npx gongping restore gongping.backup.gz\n`,
    )
    .action(async (file: string, { json = false }: { json?: boolean }) => {
      const { restoreBackup } = await import('@gongping/db');
      const tables = await watched((told) =>
        withOpenDatabase((opened) => restoreBackup(opened.database, file, told)),
      );
      report(tables, { file, json, done: ['已恢复', 'Restored'] });
    });
}

/** Shows at a terminal which table it is at. */
async function watched<T>(run: (told: (table: string, rows: number) => void) => Promise<T>): Promise<T> {
  const progress = createProgress(process.stderr);
  try {
    return await run((table, rows) => progress.update(`${table} ${rows}`));
  } finally {
    progress.done();
  }
}

function report(
  tables: readonly TableEnd[],
  told: { readonly file: string; readonly json: boolean; readonly done: readonly [zh: string, en: string] },
): void {
  if (told.json) {
    console.log(JSON.stringify({ tables }));
    return;
  }
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const [zh, en] = told.done;
  console.error(`${zh} ${told.file}（${rows} 行）。${en} ${told.file} (${rows} rows).`);
}
