import type { reportReminder } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { z } from 'zod';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { listAssessments } from '../assessments/assessment.service.ts';
import { appendAudit } from '../audit/audit.service.ts';
import { notify } from '../inbox/notify.ts';
import { listRoundPeople, type RoundPerson } from '../inbox/round-people.ts';
import { dueDays, readTerms } from './due-days.ts';
import { visibleUnits } from './report.access.ts';
import type { UnitRow } from './unit-report.repository.ts';

/**
 * Reminds those who speak for some units of the report of a year, each unit in the newest of the person's assessments
 * that it is in.
 *
 * @returns how many people were told.
 * @throws ProblemError `report-no-round` where nobody speaks for any of the units
 */
export async function remindUnits(
  deps: Pick<Dependencies, 'db' | 'clock'>,
  actor: Actor,
  { reminder, requestId }: { reminder: z.infer<typeof reportReminder>; requestId: string },
): Promise<number> {
  const { db, clock } = deps;
  const { year, unitIds, text } = reminder;
  const now = clock();
  const wanted = (await visibleUnits(db, actor)).filter(
    ({ unit, rights }) => rights.oversees && unit.filesAnnualReport && unitIds.includes(unit.id),
  );
  const rounds = await listAssessments(deps, actor);
  const terms = await readTerms(db, year);
  return db.transaction(async (tx) => {
    const told = new Set<string>();
    let sent = 0;
    for (const { id: assessmentId } of rounds) {
      const people = (await listRoundPeople(tx, assessmentId)).filter(({ role }) => role === 'liaison');
      const due = wanted.filter(({ unit }) => !told.has(unit.id) && speakersOf(people, unit).length > 0);
      for (const { unit } of due) {
        told.add(unit.id);
        const { local, statutory } = dueDays(unit, year, terms);
        const said = { year: String(year), due: local ?? statutory, sender: actor.displayName, text };
        sent += await notify(tx, {
          kind: 'report-wanted',
          assessmentId,
          userIds: speakersOf(people, unit),
          occasion: `${requestId} ${unit.code}`,
          values: { unit: { zh: unit.nameZh, en: unit.nameEn }, ...said },
          path: `/work/reports/${unit.code}/${year}`,
          at: now,
        });
      }
      if (due.length > 0)
        await log(tx, { assessmentId, actor, now, requestId, units: due.length, year, text });
    }
    if (told.size === 0) throw new ProblemError('report-no-round');
    return sent;
  });
}

function speakersOf(people: readonly RoundPerson[], unit: UnitRow): string[] {
  return people.filter(({ units }) => units.some(({ id }) => id === unit.id)).map(({ userId }) => userId);
}

async function log(
  tx: Database,
  of: {
    assessmentId: string;
    actor: Actor;
    now: Date;
    requestId: string;
    units: number;
    year: number;
    text: string;
  },
): Promise<void> {
  const { assessmentId, actor, now, requestId, ...after } = of;
  await appendAudit(tx, {
    scope: assessmentId,
    at: now,
    actor,
    action: 'reminder.send',
    subject: 'reminder',
    after,
    reason: '',
    requestId,
  });
}
