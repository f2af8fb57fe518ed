import type { OpenDatabase } from '@gongping/db';
import { seedCalendar } from '../features/calendar/seed-calendar.ts';
import {
  demonstrationAccounts,
  demonstrationPassword,
} from '../features/demonstration/demonstration-accounts.ts';
import {
  isDemonstrationLoaded,
  wasDemonstrationRemoved,
} from '../features/demonstration/demonstration.service.ts';
import { loadDemonstration } from '../features/demonstration/load-demonstration.ts';
import { seedTemplates } from '../features/indicator-systems/indicator-system.service.ts';
import { createAdministratorLink } from '../features/users/create-one-time-link.ts';
import { hasNoUsers } from '../features/users/organisers.ts';

interface Options {
  readonly now: Date;
  /** Load the demonstration where nobody has an account yet, unless somebody has removed it before. */
  readonly demonstration: boolean;
}

/**
 * Gives a database what the product needs to be of use: the templates, and where nobody has an account yet either the
 * demonstration or a link for the first administrator, a new one at every start.
 * @returns how to sign in, in lines for the terminal; takes the site's address without a slash at its end
 */
export async function prepareContents(
  { db }: Pick<OpenDatabase, 'db'>,
  { now, demonstration }: Options,
): Promise<(origin: string) => string[]> {
  await seedTemplates(db, now);
  await seedCalendar(db);
  if (await hasNoUsers(db)) {
    if (!demonstration || (await wasDemonstrationRemoved(db))) {
      const { path } = await db.transaction((tx) => createAdministratorLink(tx, now));
      return (origin) => administratorLines(`${origin}${path}`);
    }
    await loadDemonstration(db, now);
  }
  return (await isDemonstrationLoaded(db)) ? demonstrationLines : () => [];
}

function administratorLines(address: string): string[] {
  return [
    '  还没有管理员。请在 24 小时内打开以下一次性链接，设置管理员账号：',
    '  There is no administrator yet. Open this one-time link within 24 hours to create the account:',
    `  ${address}`,
  ];
}

function demonstrationLines(origin: string): string[] {
  const [account] = demonstrationAccounts;
  return [
    '  已载入演示数据，各角色的登录账号见登录页，例如：',
    '  The demonstration is loaded; the sign-in page lists an account for each role, for example:',
    `  ${origin}/sign-in  ${account?.username ?? ''}  ${demonstrationPassword}`,
  ];
}
