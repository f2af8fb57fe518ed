import { openDatabase, schema } from '@gongping/db';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { commandDatabase, whereCommandsAreQuick, type CommandDatabase } from '../support/command-database.ts';
import { onPostgres } from '../support/database.ts';
import { gongpingHere } from '../support/gongping-here.ts';
import { gongpingCommand } from '../support/gongping.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = temporaryFolder('cli');
const dataDir = join(folder, 'data');

// Most commands here are a whole process that loads the product, on a machine that runs other tests beside.
vi.setConfig({ testTimeout: 120_000 });

beforeAll(() => mkdir(folder, { recursive: true }));
afterAll(() => rm(folder, { recursive: true, force: true }));

/** In the test's folder, with the embedded database in it unless told of another. */
const run = (args: string[], env: Record<string, string> = { DATA_DIR: dataDir }) =>
  gongpingCommand(args, { cwd: folder, env });

/** Two counties; A is worth 60 of 100 marks, B 40: 0.5 × 60 + 1 × 40 = 70, and 90. */
async function writeBundle(name: string, files: Record<string, string> = {}): Promise<string> {
  const bundle: Record<string, string> = {
    'units.csv': 'code,name,kind\nC01,甲县,county\nC02,乙县,county\n',
    'indicators.csv': 'code,parent,name,marks\nA,,公开,60\nB,,解读,40\n',
    'scores.csv': 'unit,indicator,value\nC01,A,30\nC01,B,40\nC02,A,60\nC02,B,30\n',
    'method.json': '{ "version": 1 }',
    ...files,
  };
  const path = join(folder, name);
  await mkdir(path, { recursive: true });
  for (const [file, text] of Object.entries(bundle)) await writeFile(join(path, file), text);
  return path;
}

describe.runIf(whereCommandsAreQuick())('gongping', () => {
  it('explains itself, and refuses what it does not know with code 2, as a process of its own', async () => {
    const { code, stdout } = await run(['--help']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/score.*admin.*migrate/s);
    const refused = await run(['no-such-command']);
    expect({ code: refused.code, stdout: refused.stdout }).toEqual({ code: 2, stdout: '' });
    expect(refused.stderr).toContain('error:');
  });

  it.each([
    ['score', ['score', '--help'], /Example:\n {2}\$ npx gongping score/],
    ['admin create', ['admin', 'create', '--help'], /Example:\n {2}\$ npx gongping admin create/],
    ['robustness', ['robustness', '--help'], /Example:\n {2}\$ npx gongping robustness/],
    ['agreement', ['agreement', '--help'], /Example:\n {2}\$ npx gongping agreement/],
    ['backup', ['backup', '--help'], /Example:\n {2}\$ npx gongping backup/],
    ['restore', ['restore', '--help'], /Example:\n {2}\$ .*npx gongping restore/],
    ['migrate', ['migrate', '--help'], /Example:\n {2}\$ .*npx gongping migrate/],
  ])('%s explains itself', async (_name, args, wanted) => {
    const { code, stdout } = await gongpingHere(args);
    expect(code).toBe(0);
    expect(stdout).toMatch(wanted);
  });

  it.each([[['score']], [['score', 'bundle', '--no-such-option']]])(
    'refuses %j with code 2 and says why on stderr only',
    async (args) => {
      const { code, stdout, stderr } = await gongpingHere(args);
      expect(code).toBe(2);
      expect(stdout).toBe('');
      expect(stderr).toContain('error:');
    },
  );
});

describe.runIf(whereCommandsAreQuick())('gongping score', () => {
  it('prints results.csv, or writes it', async () => {
    const bundle = await writeBundle('good');
    const printed = await run(['score', bundle]);
    expect(printed).toMatchObject({ code: 0 });
    expect(printed.stdout).toContain('unit,node,score,coverage,rank,band');
    expect(printed.stdout).toMatch(/C01,total,70,1,2,/);
    expect(printed.stdout).toMatch(/C02,total,90,1,1,/);
    const out = join(folder, 'new', 'results');
    const written = await run(['score', bundle, '--out', out]);
    expect(written).toMatchObject({ code: 0, stdout: '' });
    expect(await readFile(join(out, 'results.csv'), 'utf8')).toBe(printed.stdout);
  });

  it('prints nothing but JSON on stdout with --json', async () => {
    const { code, stdout } = await run(['score', await writeBundle('json'), '--json']);
    expect(code).toBe(0);
    const { results, method, warnings } = JSON.parse(stdout) as Record<string, unknown>;
    expect(results).toContainEqual({
      unit: 'C02',
      node: 'total',
      score: 90,
      coverage: 1,
      rank: 1,
      band: null,
    });
    expect(method).toMatchObject({ version: 1, unscored: 'refuse' });
    expect(warnings).toEqual([]);
  });

  it('names file, line and column of bad input, in the language of the terminal, and writes nothing', async () => {
    const scores = 'unit,indicator,value\nC01,A,61\nC01,B,40\nC02,A,60\nC02,B,30\n';
    const bundle = await writeBundle('bad', { 'scores.csv': scores });
    const out = join(folder, 'bad-results');
    const english = await run(['score', bundle, '--out', out, '--json']);
    expect(english).toMatchObject({ code: 2, stdout: '' });
    expect(english.stderr).toMatch(/^scores\.csv, line 2, column value: .+\n$/);
    expect(existsSync(out)).toBe(false);
    const chinese = await run(['score', bundle], { LANG: 'zh_CN.UTF-8' });
    expect(chinese.stderr).toMatch(/\p{Script=Han}/u);
    expect((await run(['score', join(folder, 'nothing-here')])).code).toBe(2);
  });
});

describe('commands on the database', () => {
  let database: CommandDatabase;
  beforeAll(async () => {
    database = await commandDatabase(folder);
  });
  afterAll(() => database.close());

  it('migrate brings the tables up to date', async () => {
    const { code, stdout, stderr } = await run(['migrate', '--json'], database.env());
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toEqual({ pending: 0 });
  });

  it('admin create prints a link below the address of the site, of which only the hash is stored', async () => {
    const origin = { ORIGIN: 'https://gongping.example.cn' };
    const { code, stdout } = await run(['admin', 'create'], { ...database.env(), ...origin });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^https:\/\/gongping\.example\.cn\/setup\/[a-z0-9]{40}\n$/);
    const json = await gongpingHere(['admin', 'create', '--json'], { cwd: folder, env: database.env() });
    const link = JSON.parse(json.stdout) as { url: string; path: string; expiresAt: string };
    expect(link.url).toBe(`http://127.0.0.1:3000${link.path}`);
    const rows = await database.inspect((opened) => opened.db.select().from(schema.oneTimeLinks));
    // The second replaced the first.
    expect(rows).toHaveLength(1);
    expect(rows[0]?.expiresAt.toISOString()).toBe(link.expiresAt);
    expect(JSON.stringify(rows)).not.toContain(link.path.slice('/setup/'.length));
  });

  // PostgreSQL serves both.
  it.skipIf(onPostgres())(
    'admin create says what to do while the server has the embedded database',
    async () => {
      const server = await openDatabase({ url: null, dataDir });
      try {
        const { code, stdout, stderr } = await run(['admin', 'create']);
        expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
        expect(stderr).toContain(String(process.pid));
        expect(stderr).toMatch(/设置 → 人员.*Settings → People/s);
      } finally {
        await server.close();
      }
    },
  );

  it('say when a setting is wrong or PostgreSQL cannot be reached', async () => {
    const here = (args: string[], url: string) =>
      gongpingHere(args, { cwd: folder, env: { DATABASE_URL: url } });
    const wrong = await here(['admin', 'create'], 'mysql://somewhere/x');
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain('DATABASE_URL');
    const nowhere = await here(['migrate'], 'postgres://gongping@127.0.0.1:1/gongping');
    expect({ code: nowhere.code, stdout: nowhere.stdout }).toEqual({ code: 2, stdout: '' });
    expect(nowhere.stderr).toContain('无法连接');
    expect(nowhere.stderr).toContain('cannot be reached');
  });
});
