import { seedCalendar } from '@gongping/api';
import type { CalendarYearView } from '@gongping/contracts';
import { schema } from '@gongping/db';
import { and, eq, like } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBench, type Person } from '../support/app.ts';
import { createRound } from '../support/round.ts';

const bench = useBench();
let organiser: Person;
let liaison: Person;

beforeAll(async () => {
  await seedCalendar(bench.database.db);
  organiser = await bench.person([{ role: 'organiser' }]);
  liaison = await bench.person([{ role: 'liaison' }]);
});

async function yearOf(year: number, person = liaison): Promise<CalendarYearView> {
  const response = await person.call('GET', `/calendar/years/${year}`);
  expect(response.status).toBe(200);
  return (await response.json()) as CalendarYearView;
}

const setDay = (person: Person, day: string, body: unknown) =>
  person.call('PUT', `/calendar/days/${day}`, body);

describe('the calendar', () => {
  it('tells anybody signed in the holidays of a year and whether they are arranged', async () => {
    const list = await liaison.call('GET', '/calendar/years');
    const { years } = (await list.json()) as { years: { year: number; state: string }[] };
    expect(years.map(({ year, state }) => `${year} ${state}`)).toEqual([
      ...[2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026].map((year) => `${year} published`),
      '2027 assumed',
    ]);
    const found = await yearOf(2020);
    expect(found).toMatchObject({ state: 'published', editedAt: null });
    expect(found.days).toContainEqual({ day: '2020-10-08', working: false, name: '国庆节、中秋节' });
    expect(found.days).toContainEqual({ day: '2020-10-10', working: true, name: '国庆节、中秋节调休上班' });
  });

  it('knows nothing of a year that nobody has arranged', async () => {
    expect(await yearOf(2035)).toEqual({ year: 2035, state: null, source: '', editedAt: null, days: [] });
  });

  it('takes a local holiday and an extra day of work, and forgets a day that is ordinary again', async () => {
    const holiday = { working: false, name: '防汛停工' };
    expect((await setDay(organiser, '2021-07-21', holiday)).status).toBe(200);
    expect((await yearOf(2021)).days).toContainEqual({ day: '2021-07-21', ...holiday });
    expect((await setDay(organiser, '2021-07-21', { working: true, name: '' })).status).toBe(200);
    expect((await yearOf(2021)).days.map(({ day }) => day)).not.toContain('2021-07-21');
  });

  it('asks why a day is not what its weekday says', async () => {
    for (const [day, working] of [
      ['2021-07-21', false],
      ['2021-07-24', true],
    ] as const) {
      const refused = await setDay(organiser, day, { working, name: '' });
      expect(refused.status).toBe(422);
      expect(await refused.json()).toMatchObject({ code: 'invalid-input', errors: [{ path: 'name' }] });
    }
  });

  it('has no 30 February', async () => {
    const refused = await setDay(organiser, '2021-02-30', { working: false, name: '假日' });
    expect(refused.status).toBe(404);
  });

  it('is changed by organisers of the platform only', async () => {
    const round = await createRound(bench, { units: ['C01'] });
    const local = await bench.person([{ role: 'organiser', assessmentId: round.assessmentId }]);
    const refused = await setDay(local, '2021-07-21', { working: false, name: '停工' });
    expect(refused.status).toBe(403);
    const body = { state: 'published', source: '通知' };
    expect((await local.call('PUT', '/calendar/years/2027', body)).status).toBe(403);
  });

  it('keeps in the log who changed what', async () => {
    await setDay(organiser, '2022-03-14', { working: false, name: '疫情停工' });
    const rows = await bench.database.db
      .select()
      .from(schema.auditEntries)
      .where(
        and(eq(schema.auditEntries.scope, 'platform'), like(schema.auditEntries.subject, '%2022-03-14')),
      );
    expect(rows).toMatchObject([
      {
        action: 'calendar.day',
        actorId: organiser.id,
        before: null,
        after: { day: '2022-03-14', working: false, name: '疫情停工' },
      },
    ]);
  });
});

describe('another start of the product', () => {
  it('leaves a year alone that an administrator has changed, and renews one that nobody has', async () => {
    const { db } = bench.database;
    await setDay(organiser, '2024-10-12', { working: false, name: '本地停工' });
    // As an earlier version of the product would have left it.
    await db
      .update(schema.calendarYears)
      .set({ state: 'assumed', source: '' })
      .where(eq(schema.calendarYears.year, 2026));
    await db.delete(schema.calendarDays).where(like(schema.calendarDays.day, '2026-%'));
    await seedCalendar(db);
    expect((await yearOf(2024)).days).toContainEqual({
      day: '2024-10-12',
      working: false,
      name: '本地停工',
    });
    expect(await yearOf(2026)).toMatchObject({ state: 'published', editedAt: null });
    expect((await yearOf(2026)).days).toContainEqual({
      day: '2026-02-28',
      working: true,
      name: '春节调休上班',
    });
  });

  it('keeps the state that an administrator gave a year', async () => {
    const body = { state: 'published', source: '国办发明电〔2026〕1号' };
    const changed = await organiser.call('PUT', '/calendar/years/2027', body);
    expect(changed.status).toBe(200);
    await seedCalendar(bench.database.db);
    expect(await yearOf(2027)).toMatchObject({ ...body, editedAt: bench.clock.now.toISOString() });
  });
});

describe('the term of appeals', () => {
  it('runs for the working days of the procedure from the day the phase begins, whatever was planned', async () => {
    const round = await createRound(bench, { units: ['C01'] });
    await bench.database.db
      .update(schema.assessments)
      .set({
        phase: 'feedback',
        procedure: { ...procedure, appealWorkingDays: 5 },
        phaseDates: { appeal: { start: '2020-09-01', end: '2020-09-02' } },
      })
      .where(eq(schema.assessments.id, round.assessmentId));
    const before = bench.clock.now;
    // 23:30 on 25 September in Shanghai. Sunday 27 is worked, 1 to 8 October are not.
    bench.clock.now = new Date('2020-09-25T15:30:00Z');
    const body = { to: 'appeal', reason: '', acceptUnscored: false };
    const moved = await round.organiser.call('POST', `/assessments/${round.slug}/phase`, body);
    bench.clock.now = before;
    expect(moved.status, await moved.clone().text()).toBe(200);
    expect(await moved.json()).toMatchObject({
      phase: 'appeal',
      settings: { phaseDates: { appeal: { start: '2020-09-25', end: '2020-10-09' } } },
    });
    const [entry] = await bench.database.db
      .select()
      .from(schema.auditEntries)
      .where(
        and(
          eq(schema.auditEntries.scope, round.assessmentId),
          eq(schema.auditEntries.action, 'assessment.phase'),
          like(schema.auditEntries.requestId, moved.headers.get('x-request-id') ?? ''),
        ),
      );
    expect(entry?.after).toMatchObject({
      phase: 'appeal',
      term: { dates: { start: '2020-09-25', end: '2020-10-09' }, workingDays: 5, assumed: false },
    });
  });
});

const procedure = {
  selfAssessment: false,
  claimsShown: false,
  doubleScoring: false,
  arbitrationThreshold: 0.2,
  agreed: 'mean' as const,
  feedback: true,
  appeal: true,
};
