import { schema } from '@gongping/db';
import { and, eq, sql } from 'drizzle-orm';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { canonical } from '../support/canonical.ts';
import { commandDatabase, whereCommandsAreQuick, type CommandDatabase } from '../support/command-database.ts';
import { gongpingHere } from '../support/gongping-here.ts';
import { gongpingCommand } from '../support/gongping.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = temporaryFolder('audit-cli');
const { assessments, auditEntries } = schema;

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let database: CommandDatabase;
const run = (...args: string[]) => gongpingHere(['audit', ...args], { cwd: folder, env: database.env() });
/** As a process of its own, where that is quick. */
const runApart = (...args: string[]) =>
  whereCommandsAreQuick()
    ? gongpingCommand(['audit', ...args], { cwd: folder, env: database.env() })
    : run(...args);

interface Verified {
  whole: boolean;
  chains: {
    scope: string;
    assessment: string | null;
    entries: number;
    brokenAt: number | null;
    lastHash: string;
  }[];
}

beforeAll(async () => {
  await mkdir(folder, { recursive: true });
  database = await commandDatabase(folder, 'demonstration');
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

describe('gongping audit verify', () => {
  it('checks every chain and ends with 0 where all hold', async () => {
    const { code, stdout } = await run('verify', '--json');
    expect(code).toBe(0);
    const { whole, chains } = JSON.parse(stdout) as Verified;
    expect(whole).toBe(true);
    const names = chains.map(({ scope, assessment }) => assessment ?? scope);
    expect(names.toSorted()).toEqual(['2019', '2020', '2021', 'platform']);
    expect(chains.every(({ entries, lastHash }) => entries > 0 && /^[0-9a-f]{64}$/.test(lastHash))).toBe(
      true,
    );
  });

  it('names the log and the entry that was forged, and ends with 1', async () => {
    await forge('2020', 7);
    const told = await runApart('verify');
    expect(told.code).toBe(1);
    expect(told.stdout).toMatch(/^2020: .*broken at entry 7$/m);
    expect(told.stdout).toMatch(/^2019: .*whole/m);
    const { code, stdout } = await run('verify', '--json');
    const { whole, chains } = JSON.parse(stdout) as Verified;
    expect({ code, whole }).toEqual({ code: 1, whole: false });
    expect(chains.filter(({ brokenAt }) => brokenAt !== null)).toMatchObject([
      { assessment: '2020', brokenAt: 7 },
    ]);
  });
});

describe('gongping audit export', () => {
  it('writes a log exactly, an entry a line', async () => {
    const out = join(folder, 'audit.jsonl');
    const { code, stdout } = await runApart('export', '--assessment', '2019', '--out', out, '--json');
    expect({ code, told: JSON.parse(stdout) as unknown }).toEqual({
      code: 0,
      told: { file: out, format: 'jsonl' },
    });
    let previous = '';
    const lines = (await readFile(out, 'utf8')).trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(500);
    for (const line of lines) {
      const { hash, ...facts } = JSON.parse(line) as Record<string, unknown>;
      expect(facts['previousHash']).toBe(previous);
      expect(createHash('sha256').update(canonical(facts)).digest('hex')).toBe(hash);
      previous = String(hash);
    }
  });

  it.runIf(whereCommandsAreQuick())(
    'writes the log of the platform as a table, and nothing over it',
    async () => {
      const out = join(folder, 'platform.csv');
      expect((await run('export', '--platform', '--out', out)).code).toBe(0);
      const text = await readFile(out, 'utf8');
      expect(text).toMatch(/^\ufeffsequence,at,actor,action,/);
      expect(text).toContain(',demonstration.load,');
      const again = await run('export', '--platform', '--out', out);
      expect(again.code).toBe(2);
      expect(await readFile(out, 'utf8')).toBe(text);
    },
  );

  it.runIf(whereCommandsAreQuick()).each([
    ['no log', ['export', '--out', 'x.csv'], /--platform/],
    ['both', ['export', '--platform', '--assessment', '2020', '--out', 'x.csv'], /--platform/],
    ['an unknown assessment', ['export', '--assessment', '1999', '--out', 'x.csv'], /1999/],
    ['another kind of file', ['export', '--platform', '--out', 'x.txt'], /\.jsonl/],
    [
      'a folder that is not there',
      ['export', '--platform', '--out', join('nowhere', 'x.csv')],
      /cannot be written/,
    ],
  ])('refuses %s with code 2', async (_what, args, wanted) => {
    const { code, stderr } = await run(...args);
    expect(code).toBe(2);
    expect(stderr).toMatch(wanted);
    expect(existsSync(join(folder, args.at(-1) ?? ''))).toBe(false);
  });
});

describe.runIf(whereCommandsAreQuick())('help', () => {
  it.each([
    ['verify', /Example:\n {2}\$ npx gongping audit verify/],
    ['export', /Example:\n {2}\$ npx gongping audit export/],
  ])('audit %s explains itself', async (name, wanted) => {
    const { code, stdout } = await run(name, '--help');
    expect(code).toBe(0);
    expect(stdout).toMatch(wanted);
  });
});

/** As somebody who owns the database could: past the triggers. */
async function forge(slug: string, sequence: number): Promise<void> {
  await database.inspect(async ({ db }) => {
    const [row] = await db.select().from(assessments).where(eq(assessments.slug, slug));
    await db.execute(sql`alter table audit_entries disable trigger user`);
    await db
      .update(auditEntries)
      .set({ reason: '改动' })
      .where(and(eq(auditEntries.scope, row?.id ?? ''), eq(auditEntries.sequence, sequence)));
    await db.execute(sql`alter table audit_entries enable trigger user`);
  });
}
