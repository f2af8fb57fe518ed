import { schema } from '@gongping/db';
import { and, eq, sql } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBench } from '../support/app.ts';
import { createScoringRound, type ScoringRound } from '../support/scoring-round.ts';

const bench = useBench();
let round: ScoringRound;
const { auditEntries, publications } = schema;

beforeAll(async () => {
  round = await createScoringRound(bench);
  for (const [revision, level] of ['full', 'half', 'none', 'half', 'full'].entries()) {
    const body = {
      expectedRevision: revision,
      state: 'scored',
      input: { method: 'graded', level },
      reason: '',
    };
    await round.evaluator.call('PUT', '/assessments/2020/score-sheets/C01/scores/A1-1', body);
  }
});

const log = '/assessments/2020/audit';
async function page(path: string) {
  const response = await round.organiser.call('GET', path);
  return (await response.json()) as { entries: { sequence: number }[]; next: number | null };
}

describe('GET audit of an assessment', () => {
  it('gives what happened, newest first, page by page', async () => {
    const first = await page(`${log}?limit=2`);
    expect(first).toMatchObject({
      entries: [
        {
          sequence: 5,
          action: 'score.write',
          subject: 'score C01/A1-1',
          after: { state: 'scored', marks: '4' },
        },
        { sequence: 4, before: { marks: '0' }, after: { marks: '2', input: { level: 'half' } } },
      ],
      next: 4,
    });
    const second = await page(`${log}?limit=2&before=${String(first.next)}`);
    expect(second.entries.map(({ sequence }) => sequence)).toEqual([3, 2]);
    const last = await page(`${log}?limit=2&before=${String(second.next)}`);
    expect(last).toMatchObject({ entries: [{ sequence: 1, before: null }], next: null });
  });

  it('ends with the page that holds the last entry exactly', async () => {
    expect((await page(`${log}?limit=5`)).next).toBeNull();
  });

  it.each(['limit=0', 'limit=201', 'limit=x', 'before=0', 'before=99999999999'])(
    'refuses %s',
    async (query) => {
      expect((await round.organiser.call('GET', `${log}?${query}`)).status).toBe(422);
    },
  );

  it('is for organisers only', async () => {
    for (const path of [log, `${log}/verification`]) {
      expect((await round.reviewer.call('GET', path)).status).toBe(403);
      expect((await round.evaluator.call('GET', path)).status).toBe(403);
    }
  });
});

describe('GET audit of the platform', () => {
  it('is for organisers of the platform, not of one assessment', async () => {
    expect((await round.organiser.call('GET', '/audit')).status).toBe(403);
    const platform = await bench.person([{ role: 'organiser' }]);
    const response = await platform.call('GET', '/audit');
    expect(await response.json()).toEqual({ entries: [], next: null });
  });
});

describe('the database itself', () => {
  it('refuses to change, delete or empty the log', async () => {
    const { db } = bench.database;
    const mine = eq(auditEntries.scope, round.id);
    for (const change of [
      () => db.update(auditEntries).set({ reason: 'forged' }).where(mine),
      () => db.delete(auditEntries).where(mine),
      () => db.execute(sql`truncate audit_entries`),
    ])
      await expect(change()).rejects.toMatchObject({ cause: { code: '23001' } });
    expect(await db.$count(auditEntries, mine)).toBe(5);
  });

  it('refuses to change, delete or empty publications', async () => {
    const { db } = bench.database;
    await db.insert(publications).values({
      id: randomUUID(),
      assessmentId: round.id,
      version: 1,
      snapshot: {},
      sha256: '',
      reason: '',
      publishedAt: bench.clock.now,
      publishedBy: round.organiser.id,
    });
    for (const change of [
      () => db.update(publications).set({ reason: 'forged' }),
      () => db.delete(publications),
      () => db.execute(sql`truncate publications`),
    ])
      await expect(change()).rejects.toMatchObject({ cause: { code: '23001' } });
    expect(await db.$count(publications)).toBe(1);
  });
});

describe('GET audit/verification', () => {
  const verify = async () => (await round.organiser.call('GET', `${log}/verification`)).json();
  const entry = (sequence: number) =>
    and(eq(auditEntries.scope, round.id), eq(auditEntries.sequence, sequence));

  /** As somebody who owns the database could: past the triggers. What was done is undone afterwards. */
  async function forge(tamper: (db: typeof bench.database.db) => Promise<unknown>): Promise<unknown> {
    const { db } = bench.database;
    const kept = await db.select().from(auditEntries);
    await db.execute(sql`alter table audit_entries disable trigger user`);
    await tamper(db);
    const found = await verify();
    await db.delete(auditEntries);
    await db.insert(auditEntries).values(kept);
    await db.execute(sql`alter table audit_entries enable trigger user`);
    return found;
  }

  it('finds an honest log whole', async () => {
    expect(await verify()).toEqual({ entries: 5, brokenAt: null });
  });

  it('finds an entry that was altered', async () => {
    const forged = await forge((db) => db.update(auditEntries).set({ actorName: '别人' }).where(entry(3)));
    expect(forged).toEqual({ entries: 5, brokenAt: 3 });
  });

  it('finds the place of an entry that was taken out', async () => {
    expect(await forge((db) => db.delete(auditEntries).where(entry(2)))).toEqual({ entries: 4, brokenAt: 2 });
  });

  it('finds an entry put in with a hash of its own', async () => {
    const forged = await forge(async (db) => {
      const [last] = await db.select().from(auditEntries).where(entry(5));
      if (last) await db.insert(auditEntries).values({ ...last, sequence: 6 });
    });
    expect(forged).toEqual({ entries: 6, brokenAt: 6 });
  });
});
