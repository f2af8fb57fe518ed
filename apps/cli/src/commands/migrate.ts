import { Command } from 'commander';
import { withDatabase } from '../with-database.ts';

const example = `
The database is the one at DATABASE_URL, else the embedded one in DATA_DIR. The server does the same when it starts.

Example:
  $ DATABASE_URL=postgres://gongping@db.example:5432/gongping npx gongping migrate
`;

export function migrateCommand(): Command {
  return new Command('migrate')
    .description('bring the tables of the database up to this version 升级数据库结构')
    .option('--json', 'print the number of migrations left as JSON on stdout')
    .addHelpText('after', example)
    .action(migrate);
}

async function migrate({ json = false }: { json?: boolean }): Promise<void> {
  const { pendingMigrations } = await import('@gongping/db');
  const pending = await withDatabase(({ database }) => pendingMigrations(database.db));
  if (json) console.log(JSON.stringify({ pending }));
  else console.error('数据库已是最新版本。The database is up to date.');
}
