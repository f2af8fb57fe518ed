import type { Database } from '@gongping/db';
import { appendAudit } from '../audit/audit.service.ts';
import { listSystemIndicators, newestFrozenSystem } from '../indicator-systems/indicator-system.service.ts';
import { hashPassword } from '../sessions/password.ts';
import { listUnits } from '../units/unit.service.ts';
import { demonstrationPassword } from './demonstration-accounts.ts';
import { pastCalendar, presentCalendar } from './demonstration-calendar.ts';
import { demonstrationGrants, demonstrationPeople } from './demonstration-people.ts';
import { demonstrationReports } from './demonstration-reports.ts';
import { isDemonstrationLoaded } from './demonstration.service.ts';
import * as repository from './demonstration.repository.ts';
import { loadYear, type DemonstrationYear } from './load-year.ts';

/** Two years that were published, and one under way, so that every page has something to show. */
function years(now: Date): DemonstrationYear[] {
  return [
    { year: 2019, completeness: 1, calendar: pastCalendar(2019), published: true },
    { year: 2020, completeness: 1, calendar: pastCalendar(2020), published: true },
    { year: 2021, completeness: 0.6, calendar: presentCalendar(2021, now), published: false },
  ];
}

/** Loads the demonstration in one transaction; one that is there already stays as it is. */
export async function loadDemonstration(db: Database, now: Date): Promise<void> {
  const passwordHash = await hashPassword(demonstrationPassword);
  await db.transaction(async (tx) => {
    await repository.lockDemonstration(tx);
    if (await isDemonstrationLoaded(tx)) return;
    const system = await newestFrozenSystem(tx);
    if (!system) throw new Error('The demonstration needs the templates, which are not in the database');
    const units = new Map((await listUnits({ db: tx })).map((unit) => [unit.code, unit]));
    const people = demonstrationPeople(units, { passwordHash, createdAt: now });
    await repository.insertPeople(tx, people.users);
    const indicators = await listSystemIndicators(tx, system.id);
    const ids: string[] = [];
    for (const year of years(now)) {
      ids.push(await loadYear(tx, year, { people, systemId: system.id, indicators, units }));
    }
    await repository.insertReports(tx, demonstrationReports({ units, organiser: people.organiser }));
    await repository.insertGrants(tx, demonstrationGrants(people.users, ids, now));
    await appendAudit(tx, {
      scope: 'platform',
      at: now,
      actor: null,
      action: 'demonstration.load',
      subject: 'demonstration',
      after: { assessments: ids.length, accounts: people.users.length },
      reason: '',
      requestId: '',
    });
  });
}
