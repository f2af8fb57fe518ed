import { Command } from 'commander';
import { withDatabase } from '../with-database.ts';

const example = `
The link makes an account of an organiser of the whole platform. It works once, within 24 hours, and replaces one not
used yet. The database is the one at DATABASE_URL, else the embedded one in DATA_DIR; the embedded one can be open in
one program only, so stop the server first.

Example:
  $ npx gongping admin create
`;

const otherWay =
  '也可在运行中的网站“设置 → 人员”中办理。\nOr do it in the running site, under Settings → People.';

export function adminCommand(): Command {
  const create = new Command('create')
    .description('print a one-time link for an administrator 生成管理员一次性链接')
    .option('--json', 'print the link as JSON on stdout')
    .addHelpText('after', example)
    .action(createLink);
  return new Command('admin').description('accounts of administrators 管理员账号').addCommand(create);
}

async function createLink({ json = false }: { json?: boolean }): Promise<void> {
  const { createAdministratorLink } = await import('@gongping/api');
  const { link, site } = await withDatabase(
    async ({ database, configuration }) => ({
      link: await database.db.transaction((tx) => createAdministratorLink(tx, new Date())),
      site: configuration.origin?.origin ?? `http://${configuration.host}:${configuration.port}`,
    }),
    otherWay,
  );
  const url = `${site}${link.path}`;
  if (json) {
    console.log(JSON.stringify({ url, ...link }));
    return;
  }
  console.error('请在 24 小时内打开以下一次性链接，设置管理员账号：');
  console.error('Open this one-time link within 24 hours to create the account of an administrator:');
  console.log(url);
}
