import {
  weekdayOf,
  type CalendarDay,
  type calendarDayChange,
  type CalendarYear,
  type calendarYearChange,
  type Language,
} from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { z } from 'zod';
import { isPlatformOrganiser, type Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { appendAudit } from '../audit/audit.service.ts';
import { toCalendarDay, toCalendarYear } from './calendar.mapper.ts';
import * as repository from './calendar.repository.ts';
import { seededYear } from './seed-calendar.ts';

interface Asked {
  readonly language: Language;
  readonly requestId: string;
}

const nameMissing = {
  zh: '请写明为什么这一天与平常不同，例如“国庆节”。',
  en: 'Say why the day is not what its weekday says, for example “National Day”.',
};

/**
 * Says what a day is. One that is again what its weekday says, and has no name, is no longer kept.
 * @throws ProblemError `forbidden` for somebody who does not organise the platform, `invalid-input`
 */
export async function changeCalendarDay(
  { db, clock }: Dependencies,
  actor: Actor,
  args: Asked & { day: string; change: z.infer<typeof calendarDayChange> },
): Promise<CalendarDay> {
  requirePlatformOrganiser(actor);
  const row = { day: args.day, ...args.change };
  const isOrdinary = row.working === weekdayOf(row.day) <= 5;
  if (!isOrdinary && row.name === '') {
    const errors = [{ path: 'name', message: nameMissing[args.language] }];
    throw new ProblemError('invalid-input', { errors });
  }
  const now = clock();
  await db.transaction(async (tx) => {
    await repository.lockCalendar(tx);
    const before = await repository.findDay(tx, row.day);
    if (isOrdinary && row.name === '') await repository.deleteDay(tx, row.day);
    else await repository.saveDay(tx, row);
    await markEdited(tx, Number(row.day.slice(0, 4)), now);
    await appendAudit(tx, {
      scope: 'platform',
      at: now,
      actor,
      action: 'calendar.day',
      subject: `calendar ${row.day}`,
      before: before ? toCalendarDay(before) : null,
      after: row,
      reason: '',
      requestId: args.requestId,
    });
  });
  return row;
}

/**
 * Says how far a year's holidays can be relied on, and by what notice.
 * @throws ProblemError `forbidden` for somebody who does not organise the platform
 */
export async function changeCalendarYear(
  { db, clock }: Dependencies,
  actor: Actor,
  args: Asked & { year: number; change: z.infer<typeof calendarYearChange> },
): Promise<CalendarYear> {
  requirePlatformOrganiser(actor);
  const now = clock();
  const row = { year: args.year, ...args.change, editedAt: now };
  await db.transaction(async (tx) => {
    await repository.lockCalendar(tx);
    const before = await repository.findYear(tx, args.year);
    await repository.saveYear(tx, row);
    await appendAudit(tx, {
      scope: 'platform',
      at: now,
      actor,
      action: 'calendar.year',
      subject: `calendar ${args.year}`,
      before: before ? { state: before.state, source: before.source } : null,
      after: args.change,
      reason: '',
      requestId: args.requestId,
    });
  });
  return toCalendarYear(args.year, row);
}

function requirePlatformOrganiser(actor: Actor): void {
  if (!isPlatformOrganiser(actor)) throw new ProblemError('forbidden');
}

/** From now on the year is the administrator's: no later version of the product writes over it. */
async function markEdited(tx: Database, year: number, now: Date): Promise<void> {
  const row = (await repository.findYear(tx, year)) ?? seededYear(year);
  await repository.saveYear(tx, { ...row, editedAt: now });
}
