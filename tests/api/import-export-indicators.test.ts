import { exportSystem, importSystem, seedTemplates, type ImportedSystem } from '@gongping/api';
import { indicatorSystemList } from '@gongping/contracts';
import { schema } from '@gongping/db';
import type { Table } from '@gongping/tables';
import { asc, eq } from 'drizzle-orm';
import { rm } from 'node:fs/promises';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { firstBrokenLink } from '../../apps/api/src/features/audit/audit-chain.ts';
import { useBench } from '../support/app.ts';
import {
  bytesOf,
  edited,
  media,
  problemsOf,
  rowOf,
  throughFile,
  withRows,
  type Medium,
} from '../support/exchanged-tables.ts';
import { rowAt, spoiledSystems, type At } from '../support/spoiled-systems.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const bench = useBench();
const folder = temporaryFolder('import-indicators');
const now = new Date('2020-10-12T02:00:00Z');
const CODE = 'zhuzhou-2020';

afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(async () => {
  const { db } = bench.database;
  await db.delete(schema.indicatorSystems);
  await seedTemplates(db, now);
});

const exported = (medium: Medium = 'csv', name = CODE): Promise<Table[]> =>
  exportSystem(bench.database.db, name, medium);

interface How {
  readonly medium?: Medium;
  readonly freeze?: boolean;
  readonly dryRun?: boolean;
}

async function imported(
  tables: readonly Table[],
  { medium = 'csv', freeze = false, dryRun = false }: How = {},
): Promise<ImportedSystem> {
  const read = await throughFile(folder, tables, medium);
  return importSystem(bench.database.db, read, { now, freeze, dryRun });
}

/** A change in the name of one indicator, which makes the whole another version. */
async function renamed(medium: Medium = 'csv'): Promise<Table[]> {
  const tables = await exported(medium);
  const row = rowOf(tables, 'indicators', { code: 'A1-1' });
  return edited(tables, [{ table: 'indicators', row, column: 'name', text: '改名的指标' }]);
}

async function versions() {
  const { call } = await bench.person([{ role: 'organiser' }]);
  const { systems } = indicatorSystemList.parse(await (await call('GET', '/indicator-systems')).json());
  return systems.map(({ code, version, frozenAt }) => [`${code}@${version}`, frozenAt !== null]);
}

describe('exporting an indicator system and importing it again', () => {
  it.each(media)('writes nothing where the newest version says the same (%s)', async (medium) => {
    const tables = await exported(medium);
    expect(tables.map(({ rows }) => rows.length)).toEqual([1, 76, 129, 19, 45]);
    expect(await imported(tables, { medium })).toEqual({
      id: expect.any(String) as string,
      created: 0,
      changed: 0,
      unchanged: 1,
      code: CODE,
      version: 1,
      frozen: true,
    });
    expect(await versions()).toEqual([[`${CODE}@1`, true]]);
  });

  it.each(media)('gives the same bytes for a system under another code (%s)', async (medium) => {
    const tables = await exported(medium);
    const copy = edited(tables, [{ table: 'system', row: 2, column: 'code', text: 'copy' }]);
    expect(await imported(copy, { medium })).toMatchObject({ created: 1, code: 'copy', version: 1 });
    const again = await exported(medium, 'copy');
    const back = edited(again, [{ table: 'system', row: 2, column: 'code', text: CODE }]);
    expect(await bytesOf(back, medium)).toBe(await bytesOf(tables, medium));
  });

  it('keeps every field of the rows that the database holds', async () => {
    const { db } = bench.database;
    const { systems, indicators } = { systems: schema.indicatorSystems, indicators: schema.indicators };
    await imported(edited(await exported(), [{ table: 'system', row: 2, column: 'code', text: 'copy' }]));
    const rowsOf = async (code: string) => {
      const [system] = await db.select().from(systems).where(eq(systems.code, code));
      const rows = await db
        .select()
        .from(indicators)
        .where(eq(indicators.systemId, system?.id ?? ''))
        .orderBy(asc(indicators.position));
      return {
        system: { title: system?.title, notice: system?.notice, leadTasks: system?.leadTasks },
        rows: rows.map(({ id: _id, systemId: _systemId, ...row }) => row),
      };
    };
    expect(await rowsOf('copy')).toEqual(await rowsOf(CODE));
  });

  it.each(media)('keeps what a rule can hold, to the letter (%s)', async (medium) => {
    const tables = await exported(medium);
    const graded = rowOf(tables, 'rule_items', { indicator: 'A1-3', code: 'late-or-undated' });
    const odd = edited(tables, [
      { table: 'rule_items', row: graded, column: 'value', text: '0.1' },
      { table: 'rule_items', row: graded, column: 'maximum', text: '0.30000000000000004' },
      { table: 'rule_items', row: graded, column: 'label', text: ' =SUM(A1)\n第二行 ' },
      { table: 'indicators', row: 4, column: 'marks_county', text: '5.0625' },
      { table: 'clauses', row: 2, column: 'leads', text: '' },
      { table: 'system', row: 2, column: 'preamble', text: '1/2\n“引号”, 逗号\t' },
    ]);
    await imported(odd, { medium });
    expect(await bytesOf(await exported(medium), medium)).toBe(await bytesOf(odd, medium));
  });
});

describe('importing an indicator system', () => {
  it('makes a draft of the next version and leaves the frozen one as it was', async () => {
    const before = await bytesOf(await exported('csv', `${CODE}@1`), 'csv');
    expect(await imported(await renamed())).toMatchObject({ created: 1, version: 2, frozen: false });
    expect(await versions()).toEqual([
      [`${CODE}@2`, false],
      [`${CODE}@1`, true],
    ]);
    expect(await bytesOf(await exported('csv', `${CODE}@1`), 'csv')).toBe(before);
    // The newest is meant where no version is named.
    expect(await bytesOf(await exported(), 'csv')).not.toBe(before);
  });

  it('freezes at once where it is told to, or later, and tells the log', async () => {
    const log = () =>
      bench.database.db
        .select()
        .from(schema.auditEntries)
        .where(eq(schema.auditEntries.scope, 'platform'))
        .orderBy(schema.auditEntries.sequence);
    const { length } = await log();
    const tables = await renamed();
    await imported(tables);
    expect(await imported(tables, { freeze: true })).toMatchObject({ created: 0, changed: 1, frozen: true });
    expect(await imported(tables, { freeze: true })).toMatchObject({ unchanged: 1, frozen: true });
    const first = await exported('csv', `${CODE}@1`);
    expect(await imported(first, { freeze: true })).toMatchObject({ created: 1, version: 3, frozen: true });
    expect((await log()).slice(length)).toMatchObject([
      {
        action: 'indicator-system.import',
        actorName: 'system',
        after: { code: CODE, version: 2, indicators: 76, frozen: false },
        reason: 'gongping import',
      },
      { action: 'indicator-system.freeze', after: { version: 2, frozen: true } },
      { action: 'indicator-system.import', after: { version: 3, frozen: true } },
    ]);
    expect(firstBrokenLink(await log())).toBeNull();
  });

  it('works levels and the kinds of inner nodes out where they are left empty', async () => {
    const tables = await exported();
    const emptied = edited(
      tables,
      [...Array(76).keys()].flatMap((at) => [
        { table: 'indicators', row: at + 2, column: 'level', text: '' },
        ...(tables[1]?.rows[at]?.[9] === '' // no method: an inner node
          ? [{ table: 'indicators', row: at + 2, column: 'applies_to', text: '' }]
          : []),
      ]),
    );
    expect(await imported(emptied)).toMatchObject({ unchanged: 1 });
  });

  it('gives a system that a round can be assessed by', async () => {
    await imported(await renamed('workbook'), { medium: 'workbook', freeze: true });
    const { call } = await bench.person([{ role: 'organiser' }]);
    const defaults = (await (await call('GET', '/assessments/defaults')).json()) as { settings: object };
    const response = await call('POST', '/assessments', defaults.settings);
    expect(response.status, await response.clone().text()).toBe(201);
    await bench.database.db.delete(schema.assessments);
  });

  it('writes nothing in a dry run', async () => {
    expect(await imported(await renamed(), { dryRun: true })).toMatchObject({ created: 1, version: 2 });
    expect(await versions()).toEqual([[`${CODE}@1`, true]]);
  });

  it('numbers two that come at once one after the other', async () => {
    const tables = await renamed();
    const other = edited(tables, [{ table: 'system', row: 2, column: 'title', text: '另一个' }]);
    const results = await Promise.all([imported(tables), imported(other)]);
    expect(results.map(({ version }) => version).toSorted()).toEqual([2, 3]);
  });
});

describe('exporting a system that is not there', () => {
  it.each(['nothing', `${CODE}@9`, `${CODE}@x`])('%s is refused', async (name) => {
    const [told] = await problemsOf(() => exported('csv', name));
    expect(told).toMatchObject({ sheet: null, row: null });
    expect(told?.en).toContain(name);
  });
});

describe('tables of an indicator system with a mistake', () => {
  it.each(spoiledSystems)(
    '%s: names the cell and writes nothing',
    async (_title, at, column, text, told = {}) => {
      const tables = await exported();
      const find = (place: At) => rowAt(tables, place);
      const edit = { table: at[0], row: find(at), column, text };
      const where = told.at ?? at;
      const problems = await problemsOf(() => imported(edited(tables, [edit])));
      expect(problems.map((each) => [each.sheet, each.row, each.column])).toContainEqual([
        `${where[0]}.csv`,
        told.row ?? find(where),
        told.column ?? column,
      ]);
      for (const { zh, en } of problems) {
        expect(zh).toMatch(/\p{Script=Han}/u);
        expect(en).toMatch(/[a-z]{3}/);
      }
      expect(await versions()).toEqual([[`${CODE}@1`, true]]);
    },
  );

  it('is told of a cycle at each of its nodes', async () => {
    const tables = await exported();
    const [a, a1] = ['A', 'A1'].map((code) => rowOf(tables, 'indicators', { code }));
    const problems = await problemsOf(() =>
      imported(edited(tables, [{ table: 'indicators', row: a ?? 0, column: 'parent', text: 'A1' }])),
    );
    expect(problems.filter(({ en }) => en.includes('own ancestor')).map(({ row }) => row)).toEqual([a, a1]);
  });

  it('is told of everything at once, where a person finds it in a workbook', async () => {
    const tables = await exported('workbook');
    const problems = await problemsOf(() =>
      imported(
        edited(tables, [
          { table: 'indicators', row: 4, column: 'marks_county', text: '五' },
          { table: 'rule_items', row: 2, column: 'value', text: '2' },
          { table: 'clauses', row: 2, column: 'title', text: '' },
        ]),
        { medium: 'workbook' },
      ),
    );
    expect(problems.map(({ sheet, row, column }) => [sheet, row, column])).toEqual([
      ['条款', 2, 'C（标题）'],
      ['规则项', 2, 'F（数值）'],
      ['指标', 4, 'H（县市区分值）'],
    ]);
  });

  it('has no row of the system, or two', async () => {
    const tables = await exported();
    const without = tables.map((table) => (table.shape.name === 'system' ? { ...table, rows: [] } : table));
    expect(await problemsOf(() => imported(without))).toMatchObject([{ sheet: 'system.csv', row: null }]);
    const two = withRows(tables, 'system', [{ code: 'x', title: 'x', title_en: 'x' }]);
    expect(await problemsOf(() => imported(two))).toMatchObject([{ sheet: 'system.csv', row: 3 }]);
  });

  it('has no leaf that is scored', async () => {
    const tables = await exported();
    const bonus = tables.map((table) =>
      table.shape.name === 'indicators'
        ? { ...table, rows: table.rows.filter(([code = '']) => code.startsWith('X')) }
        : table.shape.name === 'rule_items'
          ? { ...table, rows: [] }
          : table,
    );
    expect(await problemsOf(() => imported(bonus))).toMatchObject([{ sheet: 'indicators.csv', row: null }]);
  });
});
