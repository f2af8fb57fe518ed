import { createAdministratorLink, prepareContents } from '@gongping/api';
import type { DemonstrationRemoval, DemonstrationView, SessionView } from '@gongping/contracts';
import { schema } from '@gongping/db';
import { calendarDaysOf, holidayCalendar } from '@gongping/templates';
import { count, eq, inArray, is, ne } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBench, type Bench, type Call } from '../support/app.ts';
import { createDemonstrationDatabase } from '../support/database.ts';

const site = 'https://gongping.example.cn';

/** Starts as the product does. @returns the lines it prints */
async function start(bench: Bench, demonstration: boolean): Promise<string[]> {
  bench.clock.now = new Date();
  const welcome = await prepareContents(bench.database, { now: bench.clock.now, demonstration });
  return welcome(site);
}

const linkIn = (lines: string[]) => /\/setup\/\w+/.exec(lines.join('\n'))?.[0] ?? '';

async function view(bench: Bench): Promise<DemonstrationView> {
  return (await (await bench.anonymous('GET', '/demonstration')).json()) as DemonstrationView;
}

/** Signs in as the sign-in page offers. */
async function signInAs(bench: Bench, role: string): Promise<Call> {
  const { signIns } = await view(bench);
  const offered = signIns.find((one) => one.role === role);
  const { username, password } = { username: '', password: '', ...offered };
  const response = await bench.anonymous('POST', '/session', { username, password });
  const cookie = response.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
  return (method, path, body) => bench.anonymous(method, path, body, { cookie });
}

/** Rows in each table that has any. */
async function tableSizes(bench: Bench): Promise<Record<string, number>> {
  const sizes: Record<string, number> = {};
  for (const [name, table] of Object.entries(schema)) {
    if (!is(table, PgTable)) continue;
    const [row] = await bench.database.db.select({ rows: count() }).from(table);
    if (row && row.rows > 0) sizes[name] = row.rows;
  }
  return sizes;
}

describe('an empty database', () => {
  const bench = useBench();

  it('gets the templates, and a link for the first administrator, a new one at every start', async () => {
    const first = linkIn(await start(bench, false));
    const lines = await start(bench, false);
    expect(lines.join('\n')).toContain(`${site}/setup/`);
    expect(lines.join('\n')).toMatch(/管理员.*administrator/s);
    expect((await bench.anonymous('GET', first)).status).toBe(410);
    expect(await view(bench)).toEqual({ loaded: false, signIns: [] });
    const account = { username: 'first', displayName: '首位管理员', password: '第一个管理员的长密码' };
    expect((await bench.anonymous('POST', linkIn(lines), account)).status).toBe(200);
    expect(await start(bench, false)).toEqual([]);
    // Nor is a demonstration loaded where somebody has an account.
    expect(await start(bench, true)).toEqual([]);
    expect(await tableSizes(bench)).toMatchObject({ units: 37, indicatorSystems: 1, users: 1 });
    expect(await view(bench)).toEqual({ loaded: false, signIns: [] });
  });
});

describe('the demonstration', () => {
  const bench = useBench();
  let lines: string[] = [];
  beforeAll(async () => {
    lines = await start(bench, true);
  });

  it('is announced with the sign-in page and one account', async () => {
    const { loaded, signIns } = await view(bench);
    expect(loaded).toBe(true);
    expect(lines.join('\n')).toContain(`${site}/sign-in`);
    expect(lines.join('\n')).toContain(`${signIns[0]?.username}  ${signIns[0]?.password}`);
  });

  it('stays as it is at the next start', async () => {
    const before = await tableSizes(bench);
    expect(await start(bench, true)).toEqual(lines);
    expect(await tableSizes(bench)).toEqual(before);
  });

  it('has an account for each role that signs in as itself', async () => {
    const { signIns } = await view(bench);
    expect(new Set(signIns.map(({ role }) => role))).toEqual(
      new Set(['organiser', 'evaluator', 'reviewer', 'liaison', 'leader']),
    );
    for (const { username, password, role } of signIns) {
      expect(username).toMatch(/^demo-/);
      const response = await bench.anonymous('POST', '/session', { username, password });
      const { user, demonstration } = (await response.json()) as SessionView;
      expect(user?.grants.map((grant) => grant.role)).toContain(role);
      expect(demonstration).toBe(true);
    }
  });

  it('grants every role but the organiser’s in its own assessments only', async () => {
    const grants = await bench.database.db
      .select()
      .from(schema.roleGrants)
      .where(ne(schema.roleGrants.role, 'organiser'));
    expect(grants.length).toBeGreaterThan(0);
    expect(grants.filter(({ assessmentId }) => assessmentId === null)).toEqual([]);
    expect(grants.filter(({ role, unitId }) => role === 'liaison' && unitId === null)).toEqual([]);
  });

  it('has two published years and one that is being scored while its survey is open', async () => {
    const rows = await bench.database.db.select().from(schema.assessments).orderBy(schema.assessments.year);
    expect(rows.map(({ slug, phase, demonstration }) => ({ slug, phase, demonstration }))).toEqual([
      { slug: '2019', phase: 'published', demonstration: true },
      { slug: '2020', phase: 'published', demonstration: true },
      { slug: '2021', phase: 'scoring', demonstration: true },
    ]);
    const publications = await bench.anonymous('GET', '/publications');
    expect(await publications.json()).toMatchObject({
      publications: [
        { slug: '2020', version: 1, demonstration: true, unitCount: 37 },
        { slug: '2019', version: 1, demonstration: true, unitCount: 37 },
      ],
    });
    const surveys = await bench.anonymous('GET', '/public/surveys');
    expect(await surveys.json()).toMatchObject({ surveys: [{ slug: '2021', status: 'open' }] });
  });

  it('has answers in their thousands, all given while the survey was open and before now', async () => {
    const rows = await bench.database.db
      .select({
        slug: schema.surveys.slug,
        opensAt: schema.surveys.opensAt,
        closesAt: schema.surveys.closesAt,
        submittedAt: schema.surveyResponses.submittedAt,
      })
      .from(schema.surveyResponses)
      .innerJoin(schema.surveys, eq(schema.surveys.id, schema.surveyResponses.surveyId));
    const of = (slug: string) => rows.filter((row) => row.slug === slug).length;
    expect(of('2020')).toBeGreaterThan(3500);
    expect(of('2021')).toBeGreaterThan(100);
    const outside = rows.filter(
      ({ submittedAt, opensAt, closesAt }) =>
        submittedAt < opensAt || submittedAt > closesAt || submittedAt > bench.clock.now,
    );
    expect(outside).toEqual([]);
  });

  it('lets nobody score the unit they belong to', async () => {
    const own = await bench.database.db
      .select({ username: schema.users.username })
      .from(schema.assignments)
      .innerJoin(schema.users, eq(schema.users.id, schema.assignments.evaluatorId))
      .where(eq(schema.users.homeUnitId, schema.assignments.unitId));
    expect(own).toEqual([]);
    const homes = await bench.database.db.select().from(schema.users);
    expect(homes.filter(({ homeUnitId }) => homeUnitId !== null)).toHaveLength(3);
  });

  it('has a log whose chain holds', async () => {
    const organiser = await signInAs(bench, 'organiser');
    for (const slug of ['2019', '2020', '2021']) {
      const answer = await organiser('GET', `/assessments/${slug}/audit/verification`);
      const { entries, brokenAt } = (await answer.json()) as { entries: number; brokenAt: number | null };
      expect(entries).toBeGreaterThan(500);
      expect(brokenAt).toBeNull();
    }
  });

  it('is removed by organisers of the platform only', async () => {
    expect((await bench.anonymous('DELETE', '/demonstration')).status).toBe(401);
    const evaluator = await signInAs(bench, 'evaluator');
    expect((await evaluator('DELETE', '/demonstration')).status).toBe(403);
    const [{ id: assessmentId } = { id: '' }] = await bench.database.db.select().from(schema.assessments);
    const scoped = await bench.person([{ role: 'organiser', assessmentId }]);
    expect((await scoped.call('DELETE', '/demonstration')).status).toBe(403);
    expect((await view(bench)).loaded).toBe(true);
  });
});

describe('removing the demonstration', () => {
  const bench = useBench({}, createDemonstrationDatabase);
  beforeAll(() => start(bench, true));

  it('leaves nothing of it behind, and a link where no organiser is left', async () => {
    const organiser = await signInAs(bench, 'organiser');
    const response = await organiser('DELETE', '/demonstration');
    expect(response.status).toBe(200);
    const { link } = (await response.json()) as DemonstrationRemoval;

    const { auditEntries: _log, ...sizes } = await tableSizes(bench);
    expect(sizes).toEqual({
      units: 37,
      indicatorSystems: 1,
      indicators: 76,
      oneTimeLinks: 1,
      calendarDays: holidayCalendar.flatMap(calendarDaysOf).length,
      calendarYears: holidayCalendar.length,
    });
    const log = await bench.database.db.select().from(schema.auditEntries);
    expect(log.filter(({ scope }) => scope !== 'platform')).toEqual([]);
    expect(log.map(({ action }) => action)).toContain('demonstration.remove');

    expect(await view(bench)).toEqual({ loaded: false, signIns: [] });
    expect((await organiser('DELETE', '/demonstration')).status).toBe(401);
    // It does not come back by itself; the link is replaced at the next start, as on any platform without accounts.
    expect((await bench.anonymous('GET', link?.path ?? '')).status).toBe(200);
    const account = { username: 'first', displayName: '首位管理员', password: '第一个管理员的长密码' };
    expect(linkIn(await start(bench, true))).not.toBe('');
    expect((await bench.anonymous('POST', link?.path ?? '', account)).status).toBe(410);
    expect((await view(bench)).loaded).toBe(false);
  });
});

describe('removing the demonstration beside real work', () => {
  const bench = useBench({}, createDemonstrationDatabase);
  beforeAll(() => start(bench, true));

  it('keeps the work and its names, closes the accounts that did it, and needs no link', async () => {
    const { db } = bench.database;
    const own = await createAdministratorLink(db, bench.clock.now);
    const account = { username: 'first', displayName: '首位管理员', password: '第一个管理员的长密码' };
    const signedIn = await bench.anonymous('POST', own.path, account);
    const cookie = signedIn.headers.get('set-cookie')?.split(';', 1)[0] ?? '';

    const [template] = await db.select().from(schema.assessments);
    const [evaluator] = await db
      .select()
      .from(schema.users)
      .where(eq(schema.users.username, 'demo-evaluator1'));
    const [unit] = await db.select().from(schema.units);
    if (!template || !evaluator || !unit) throw new Error('The demonstration lacks what this test builds on');
    const real = { ...template, id: randomUUID(), slug: '2025', year: 2025, demonstration: false };
    await db.insert(schema.assessments).values(real);
    const cell = { assessmentId: real.id, unitId: unit.id, family: 'A', evaluatorId: evaluator.id };
    await db.insert(schema.assignments).values(cell);

    const response = await bench.anonymous('DELETE', '/demonstration', undefined, { cookie });
    expect(await response.json()).toEqual({ link: null });
    expect(await tableSizes(bench)).toMatchObject({ assessments: 1, assignments: 1, users: 2 });
    const closed = await db.select().from(schema.users).where(eq(schema.users.id, evaluator.id));
    expect(closed).toMatchObject([{ displayName: evaluator.displayName, passwordHash: null }]);
    expect(closed[0]?.disabledAt).not.toBeNull();
    const grants = await db
      .select()
      .from(schema.roleGrants)
      .where(inArray(schema.roleGrants.userId, [evaluator.id]));
    expect(grants).toEqual([]);
    expect((await bench.anonymous('DELETE', '/demonstration', undefined, { cookie })).status).toBe(404);
  });
});
