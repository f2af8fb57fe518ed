import { openDatabase, schema } from '@gongping/db';
import { eq } from 'drizzle-orm';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { commandDatabase, whereCommandsAreQuick, type CommandDatabase } from '../support/command-database.ts';
import { onPostgres } from '../support/database.ts';
import { gongpingHere } from '../support/gongping-here.ts';
import { gongpingCommand } from '../support/gongping.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = temporaryFolder('import-cli');
let database: CommandDatabase;

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const settings = (env: Record<string, string>) => ({ cwd: folder, env: { ...database.env(), ...env } });
const run = (args: string[], env: Record<string, string> = {}) => gongpingHere(args, settings(env));
/** As a process of its own: each of the two commands, and what it refuses. */
const runApart = (args: string[], env: Record<string, string> = {}) => gongpingCommand(args, settings(env));
const json = (text: string) => JSON.parse(text) as Record<string, unknown>;

beforeAll(async () => {
  await mkdir(folder, { recursive: true });
  database = await commandDatabase(folder, 'demonstration');
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

describe.runIf(whereCommandsAreQuick())('help', () => {
  it.each([
    [['export', '--help'], /units.*indicators.*scores.*bundle/s],
    [['import', '--help'], /units.*indicators.*scores/s],
    [['export', 'units', '--help'], /Example:\n {2}\$ npx gongping export units/],
    [['export', 'indicators', '--help'], /Example:\n {2}\$ npx gongping export indicators/],
    [['export', 'scores', '--help'], /Example:\n {2}\$ npx gongping export scores/],
    [['export', 'bundle', '--help'], /Example:\n {2}\$ npx gongping export bundle/],
    [['import', 'units', '--help'], /Example:\n {2}\$ npx gongping import units/],
    [['import', 'indicators', '--help'], /Example:\n {2}\$ npx gongping import indicators/],
    [['import', 'scores', '--help'], /Example:\n {2}\$ npx gongping import scores/],
  ])('%j explains itself', async (args, wanted) => {
    const { code, stdout } = await run(args);
    expect(code).toBe(0);
    expect(stdout).toMatch(wanted);
  });

  it.each([
    [['export', 'units']],
    [['export', 'scores', '--out', 'x.xlsx']],
    [['import', 'units']],
    [['import', 'scores', 'x.xlsx', '--assessment', '2020']],
    [['import', 'nothing', 'x.xlsx']],
  ])('refuses %j with code 2', async (args) => {
    const { code, stdout, stderr } = await run(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('error:');
  });
});

describe('tables', () => {
  let evaluator = '';

  beforeAll(async () => {
    await database.inspect(async (opened) => {
      const { assessments, assignments, users } = schema;
      await opened.db.update(assessments).set({ phase: 'scoring' }).where(eq(assessments.slug, '2020'));
      const [cell] = await opened.db
        .select({ username: users.username })
        .from(assignments)
        .innerJoin(users, eq(users.id, assignments.evaluatorId))
        .innerJoin(assessments, eq(assessments.id, assignments.assessmentId))
        .where(eq(assessments.slug, '2020'))
        .limit(1);
      evaluator = cell?.username ?? '';
    });
  });

  it.runIf(whereCommandsAreQuick())(
    'are written as a workbook, a file of CSV, a zip or a folder, and nothing is written over',
    async () => {
      for (const out of ['units.xlsx', 'units.csv', 'units.zip', 'units']) {
        const by = out === 'units.xlsx' ? runApart : run;
        const { code, stdout, stderr } = await by(['export', 'units', '--out', out, '--json']);
        expect({ code, stderr }, out).toEqual({ code: 0, stderr: '' });
        expect(json(stdout)).toEqual({ file: out, tables: { units: 37 } });
        const before = existsSync(join(folder, out, 'units.csv'))
          ? ''
          : await readFile(join(folder, out), 'base64');
        const again = await run(['export', 'units', '--out', out]);
        expect({ code: again.code, stdout: again.stdout }, out).toEqual({ code: 2, stdout: '' });
        expect(again.stderr).toContain('is there already');
        if (before !== '') expect(await readFile(join(folder, out), 'base64')).toBe(before);
        const back = await by(['import', 'units', out, '--json']);
        expect(back).toEqual({
          code: 0,
          stdout: '{"created":0,"changed":0,"unchanged":37,"problems":[]}\n',
          stderr: '',
        });
      }
      await mkdir(join(folder, 'empty'));
      expect(await run(['export', 'units', '--out', 'empty/'])).toMatchObject({ code: 0 });
      expect(await readdir(join(folder, 'empty'))).toEqual(['units.csv']);
      expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
    },
  );

  it.runIf(whereCommandsAreQuick())('say where they cannot be written, or not as one file', async () => {
    const nowhere = await run(['export', 'units', '--out', join('no', 'such', 'folder.xlsx')]);
    expect(nowhere.code).toBe(2);
    expect(nowhere.stderr).toContain('cannot be written');
    const several = await run(['export', 'indicators', '--system', 'zhuzhou-2020', '--out', 'i.csv']);
    expect(several.code).toBe(2);
    expect(several.stderr).toContain('holds one table');
    const unknown = await run(['export', 'indicators', '--system', 'nothing', '--out', 'i.xlsx']);
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toContain('zhuzhou-2020@1');
    expect(existsSync(join(folder, 'i.xlsx'))).toBe(false);
  });

  it.runIf(whereCommandsAreQuick())(
    'of an indicator system make a new version where they say something new',
    async () => {
      expect(
        await run(['export', 'indicators', '--system', 'zhuzhou-2020@1', '--out', 'system']),
      ).toMatchObject({
        code: 0,
      });
      const same = await run(['import', 'indicators', 'system', '--json']);
      expect(json(same.stdout)).toMatchObject({ created: 0, unchanged: 1, version: 1, problems: [] });
      const file = join(folder, 'system', 'indicators.csv');
      await writeFile(file, (await readFile(file, 'utf8')).replace('标准化规范化', '标准化'));
      const trial = await run(['import', 'indicators', 'system', '--freeze', '--dry-run']);
      expect(trial.stderr).toContain('dry run');
      const made = await run(['import', 'indicators', 'system', '--freeze']);
      expect(made).toMatchObject({ code: 0, stdout: '' });
      expect(made.stderr).toContain('zhuzhou-2020@2 (frozen)');
    },
  );

  it.runIf(whereCommandsAreQuick())(
    'with mistakes are refused as a whole, each named in the language of the terminal',
    async () => {
      await writeFile(
        join(folder, 'bad.csv'),
        'code,name,name_en,kind,category,files_annual_report\r\nD90,馆,Hall,village,机关,1\r\nD 91,\u001b[2J,Hall,county,机关,1\r\n',
      );
      const english = await run(['import', 'units', 'bad.csv']);
      expect({ code: english.code, stdout: english.stdout }).toEqual({ code: 2, stdout: '' });
      const chinese = await runApart(['import', 'units', 'bad.csv', '--json'], { LANG: 'zh_CN.UTF-8' });
      expect(chinese.code).toBe(2);
      expect(chinese.stderr).not.toContain('\u001b');
      const { problems, ...counts } = json(chinese.stdout);
      expect(counts).toEqual({ created: 0, changed: 0, unchanged: 0 });
      const told = problems as {
        sheet: string;
        row: number;
        column: string;
        message: Record<string, string>;
      }[];
      expect(told.length).toBeGreaterThan(0);
      expect(english.stderr.trim().split('\n')).toHaveLength(told.length);
      expect(chinese.stderr.trim().split('\n')).toHaveLength(told.length);
      for (const { sheet, message } of told) {
        expect(sheet).toBe('bad.csv');
        expect(message['zh']).toMatch(/\p{Script=Han}/u);
        expect(message['en']).toMatch(/[a-z]{3}/);
      }
      const missing = await run(['import', 'units', 'nothing-here.xlsx']);
      expect({ code: missing.code, stdout: missing.stdout }).toEqual({ code: 2, stdout: '' });
    },
  );

  it('of scores come back to what they were, and a change is written as the account', async () => {
    const path = ['--assessment', '2020'];
    expect(await run(['export', 'scores', ...path, '--out', 'scores.csv'])).toMatchObject({ code: 0 });
    const as = [...path, '--as', evaluator];
    const same = await run(['import', 'scores', 'scores.csv', ...as, '--json']);
    const { unchanged, ...rest } = json(same.stdout);
    expect(rest).toEqual({ created: 0, changed: 0, problems: [] });
    expect(unchanged).toBeGreaterThan(1000);
    expect((await run(['import', 'scores', 'scores.csv', ...path, '--as', 'nobody'])).code).toBe(2);
    const elsewhere = await run([
      'import',
      'scores',
      'scores.csv',
      '--assessment',
      '2019',
      '--as',
      evaluator,
    ]);
    expect(elsewhere.code).toBe(2);
    expect(elsewhere.stderr).toContain('phase');
  });

  it.runIf(whereCommandsAreQuick())('as a bundle compute to the ranking', async () => {
    const written = await run(['export', 'bundle', '--assessment', '2020', '--out', 'live.zip', '--json']);
    expect(json(written.stdout)).toMatchObject({ file: 'live.zip', tables: { units: 37 } });
    expect(await run(['export', 'bundle', '--assessment', '2020', '--out', 'live'])).toMatchObject({
      code: 0,
    });
    const computed = await runApart(['score', 'live.zip']);
    expect(computed.code).toBe(0);
    expect(computed.stdout).toBe(await readFile(join(folder, 'live', 'results.csv'), 'utf8'));
    const wrong = await run(['export', 'bundle', '--assessment', '2020', '--out', 'live.xlsx']);
    expect(wrong.code).toBe(2);
  });

  // PostgreSQL serves both.
  it.skipIf(onPostgres())(
    'wait for nobody: while the server has the database, what to do is said',
    async () => {
      const server = await openDatabase({ url: null, dataDir: join(folder, 'data') });
      try {
        const { code, stdout, stderr } = await runApart(['export', 'units', '--out', 'locked.xlsx']);
        expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
        expect(stderr).toContain(String(process.pid));
        expect(existsSync(join(folder, 'locked.xlsx'))).toBe(false);
      } finally {
        await server.close();
      }
    },
  );
});
