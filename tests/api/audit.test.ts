import { schema } from '@gongping/db';
import { and, eq, sql } from 'drizzle-orm';
import { createHash, randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBench } from '../support/app.ts';
import { canonical } from '../support/canonical.ts';
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

describe('a filtered log', () => {
  const found = async (query: string) =>
    (await page(`${log}?${query}`)).entries.map(({ sequence }) => sequence);

  it('is narrowed by person, action, subject and day', async () => {
    const { entries } = (await (await round.organiser.call('GET', log)).json()) as {
      entries: { actorName: string }[];
    };
    const name = encodeURIComponent(entries[0]?.actorName.slice(-4) ?? '');
    expect(await found(`by=${name}`)).toEqual([5, 4, 3, 2, 1]);
    expect(await found('by=nobody')).toEqual([]);
    expect(await found('action=score.write&limit=2')).toEqual([5, 4]);
    expect(await found('action=score')).toEqual([]);
    expect(await found('subject=c01/a1')).toEqual([5, 4, 3, 2, 1]);
    expect(await found('subject=C01/A1-1&before=3')).toEqual([2, 1]);
  });

  it('takes the signs of a pattern as they are', async () => {
    expect(await found('subject=%25')).toEqual([]);
    expect(await found('subject=C01_A1')).toEqual([]);
    expect(await found('subject=%5C')).toEqual([]);
  });

  it('counts days in Shanghai, where 02:00 UTC is 10 in the morning of the same day', async () => {
    expect(await found('from=2020-10-12&to=2020-10-12')).toHaveLength(5);
    expect(await found('from=2020-10-13')).toEqual([]);
    expect(await found('to=2020-10-11')).toEqual([]);
    expect((await round.organiser.call('GET', `${log}?from=2020-13-01`)).status).toBe(422);
  });

  it('tells which actions there are', async () => {
    const response = await round.organiser.call('GET', `${log}?by=nobody`);
    expect(await response.json()).toMatchObject({ entries: [], actions: ['score.write'] });
  });
});

describe('the log as a file', () => {
  it('is exact as JSONL: anybody can recompute the chain from it', async () => {
    const response = await round.organiser.call('GET', `${log}/export.jsonl`);
    expect(response.headers.get('content-disposition')).toContain('filename="audit-2020.jsonl"');
    const lines = (await response.text()).trimEnd().split('\n');
    const entries = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(entries.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5]);
    let previous = '';
    for (const { hash, ...facts } of entries) {
      expect(facts['previousHash']).toBe(previous);
      expect(createHash('sha256').update(canonical(facts)).digest('hex')).toBe(hash);
      previous = String(hash);
    }
  });

  it('is a table as CSV, in which nothing runs as a formula', async () => {
    const body = {
      expectedRevision: 0,
      state: 'not_applicable',
      input: null,
      reason: '=HYPERLINK("https://example.org")',
    };
    const written = await round.evaluator.call('PUT', '/assessments/2020/score-sheets/C02/scores/A1-1', body);
    expect(written.status).toBe(200);
    const response = await round.organiser.call('GET', `${log}/export.csv?subject=C02/A1-1`);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
    const lines = text.trimEnd().split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toBe(
      '\ufeffsequence,at,actor,action,subject,before,after,reason,request_id,previous_hash,hash',
    );
    expect(lines[1]).toContain(`,"'=HYPERLINK(""https://example.org"")",`);
  });

  it('reads on past one stretch, with every entry once', async () => {
    const many = await createManyEntries(1203);
    const text = await (await many.call('GET', '/audit/export.csv?action=test.many')).text();
    const numbers = text.trimEnd().split('\r\n').slice(1);
    expect(numbers).toHaveLength(1203);
    expect(new Set(numbers.map((line) => line.split(',')[0])).size).toBe(1203);
  });

  it('is for organisers only', async () => {
    for (const path of [`${log}/export.csv`, `${log}/export.jsonl`]) {
      expect((await round.reviewer.call('GET', path)).status).toBe(403);
    }
    expect((await round.organiser.call('GET', '/audit/export.csv')).status).toBe(403);
  });
});

/** A log of the platform of so many entries, as rows, and somebody who may read it. */
async function createManyEntries(count: number) {
  const entry = {
    scope: 'platform',
    at: bench.clock.now,
    actorName: 'system',
    action: 'test.many',
    subject: 'test',
    reason: '',
    requestId: '',
    previousHash: '',
    hash: '',
  };
  const rows = Array.from({ length: count }, (_, at) => ({ ...entry, sequence: 1000 + at }));
  await bench.database.db.insert(auditEntries).values(rows);
  return bench.person([{ role: 'organiser' }]);
}

describe('GET audit of the platform', () => {
  it('is for organisers of the platform, not of one assessment', async () => {
    expect((await round.organiser.call('GET', '/audit')).status).toBe(403);
    const platform = await bench.person([{ role: 'organiser' }]);
    const response = await platform.call('GET', '/audit');
    expect(await response.json()).toMatchObject({ actions: ['test.many'] });
    const none = await platform.call('GET', '/audit?action=none');
    expect(await none.json()).toMatchObject({ entries: [], next: null });
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
    expect(await db.$count(auditEntries, mine)).toBe(6);
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
      // With the packages that refer to them: alone they could not be emptied anyway.
      () => db.execute(sql`truncate publications cascade`),
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
    expect(await verify()).toEqual({ entries: 6, brokenAt: null });
  });

  it('finds an entry that was altered', async () => {
    const forged = await forge((db) => db.update(auditEntries).set({ actorName: '别人' }).where(entry(3)));
    expect(forged).toEqual({ entries: 6, brokenAt: 3 });
  });

  it('finds the place of an entry that was taken out', async () => {
    expect(await forge((db) => db.delete(auditEntries).where(entry(2)))).toEqual({ entries: 5, brokenAt: 2 });
  });

  it('finds an entry put in with a hash of its own', async () => {
    const forged = await forge(async (db) => {
      const [last] = await db.select().from(auditEntries).where(entry(6));
      if (last) await db.insert(auditEntries).values({ ...last, sequence: 7 });
    });
    expect(forged).toEqual({ entries: 7, brokenAt: 7 });
  });
});
