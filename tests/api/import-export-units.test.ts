import { exportUnits, importUnits, seedTemplates } from '@gongping/api';
import { schema } from '@gongping/db';
import type { Table } from '@gongping/tables';
import { rm } from 'node:fs/promises';
import { eq } from 'drizzle-orm';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { firstBrokenLink } from '../../apps/api/src/features/audit/audit-chain.ts';
import { useBench } from '../support/app.ts';
import { createRound } from '../support/round.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import {
  bytesOf,
  edited,
  media,
  problemsOf,
  rowOf,
  throughFile,
  withRows,
  type Edit,
  type Medium,
} from '../support/exchanged-tables.ts';

const bench = useBench();
const folder = temporaryFolder('import-units');
const now = new Date('2020-10-12T02:00:00Z');
const library = {
  code: 'D90',
  name: '市图书馆',
  name_en: 'City Library',
  kind: 'department',
  category: '事业单位',
  files_annual_report: '0',
};

afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(async () => {
  const { db } = bench.database;
  await seedTemplates(db, now);
  await db.delete(schema.units).where(eq(schema.units.code, library.code));
});

const exported = (medium: Medium = 'csv'): Promise<Table[]> => exportUnits(bench.database.db, medium);

async function imported(tables: readonly Table[], medium: Medium = 'csv', dryRun = false) {
  const read = await throughFile(folder, tables, medium);
  return importUnits(bench.database.db, read, { now, dryRun });
}

const entries = () =>
  bench.database.db
    .select()
    .from(schema.auditEntries)
    .where(eq(schema.auditEntries.scope, 'platform'))
    .orderBy(schema.auditEntries.sequence);

describe('exporting units and importing them again', () => {
  it.each(media)('changes nothing and gives the same bytes (%s)', async (medium) => {
    const before = await entries();
    const tables = await exported(medium);
    expect(tables[0]?.rows).toHaveLength(37);
    expect(await imported(tables, medium)).toEqual({ created: 0, changed: 0, unchanged: 37 });
    expect(await bytesOf(await exported(medium), medium)).toBe(await bytesOf(tables, medium));
    expect(await entries()).toEqual(before);
  });

  it.each(media)('keeps what a unit can hold, to the letter (%s)', async (medium) => {
    const odd = {
      ...library,
      name: '=1+1 “引号”,\t制表',
      name_en: '00012',
      clauses: '1|8',
      gb2260: '430200',
      retired: '1',
    };
    const tables = withRows(await exported(medium), 'units', [odd]);
    expect(await imported(tables, medium)).toEqual({ created: 1, changed: 0, unchanged: 37 });
    const [row] = await bench.database.db
      .select()
      .from(schema.units)
      .where(eq(schema.units.code, library.code));
    expect(row).toMatchObject({
      nameZh: odd.name,
      nameEn: '00012',
      clauses: [1, 8],
      gb2260: '430200',
      retiredAt: now,
      filesAnnualReport: false,
    });
    const again = await exported(medium);
    expect(await imported(again, medium)).toEqual({ created: 0, changed: 0, unchanged: 38 });
  });
});

describe('importing units', () => {
  it('adds and changes by code, leaves the others alone, and tells the log', async () => {
    const { length } = await entries();
    const tables = await exported();
    const [table] = tables;
    if (table === undefined) throw new Error('no table');
    const few = withRows([{ ...table, rows: table.rows.filter(([code]) => code === 'D02') }], 'units', [
      library,
    ]);
    const renamed = edited(few, [{ table: 'units', row: 2, column: 'name', text: '市司法局（改）' }]);
    expect(await imported(renamed)).toEqual({ created: 1, changed: 1, unchanged: 0 });
    const added = (await entries()).slice(length);
    expect(
      added.map(({ action, subject, actorName, reason }) => [action, subject, actorName, reason]),
    ).toEqual([
      ['unit.create', 'unit D90', 'system', 'gongping import'],
      ['unit.change', 'unit D02', 'system', 'gongping import'],
    ]);
    expect(added[1]).toMatchObject({
      before: { name: { zh: table.rows.find(([code]) => code === 'D02')?.[1] } },
      after: { name: { zh: '市司法局（改）' } },
    });
    expect(firstBrokenLink(await entries())).toBeNull();
    expect(await bench.database.db.$count(schema.units)).toBe(38);
    expect(await imported(tables)).toMatchObject({ changed: 1 });
  });

  it('tells the log of a division code alone', async () => {
    const tables = await exported();
    const edit: Edit = {
      table: 'units',
      row: rowOf(tables, 'units', { code: 'C01' }),
      column: 'gb2260',
      text: '',
    };
    expect(await imported(edited(tables, [edit]))).toMatchObject({ changed: 1 });
    expect((await entries()).at(-1)).toMatchObject({ before: { gb2260: '430202' }, after: { gb2260: null } });
    await imported(tables);
  });

  it('leaves alone what a file has no column for', async () => {
    const tables = await exported();
    const [table] = tables;
    if (table === undefined) throw new Error('no table');
    const kept = table.shape.columns.flatMap(({ name }, at) =>
      ['gb2260', 'clauses', 'retired'].includes(name) ? [] : [at],
    );
    const narrow = {
      shape: { ...table.shape, columns: kept.flatMap((at) => table.shape.columns[at] ?? []) },
      rows: table.rows.map((row) => kept.map((at) => row[at] ?? '')),
    };
    expect(await imported([narrow])).toEqual({ created: 0, changed: 0, unchanged: 37 });
  });

  it('reads Chinese words and headers, and full-width digits', async () => {
    const chinese = { ...library, kind: '市直部门', files_annual_report: '否', clauses: '１｜２' };
    expect(await imported(withRows(await exported(), 'units', [chinese]))).toMatchObject({ created: 1 });
  });

  it('writes nothing in a dry run, and says what it would write', async () => {
    const before = [await bytesOf(await exported(), 'csv'), (await entries()).length];
    const tables = withRows(await exported(), 'units', [library]);
    expect(await imported(tables, 'csv', true)).toEqual({ created: 1, changed: 0, unchanged: 37 });
    expect([await bytesOf(await exported(), 'csv'), (await entries()).length]).toEqual(before);
  });

  it('does not reach into a round: a unit of one can be renamed, not change its kind', async () => {
    await createRound(bench);
    const tables = await exported();
    const row = rowOf(tables, 'units', { code: 'C01' });
    const told = await problemsOf(() =>
      imported(edited(tables, [{ table: 'units', row, column: 'kind', text: 'department' }])),
    );
    expect(told).toEqual([
      expect.objectContaining({
        sheet: 'units.csv',
        row,
        column: 'kind',
        en: expect.stringContaining('retire') as string,
      }),
    ]);
  });
});

describe('a table of units with mistakes', () => {
  const spoiled: [title: string, change: Readonly<Record<string, string>>, column: string][] = [
    ['a code that no address can hold', { code: 'D 90' }, 'code'],
    ['no code', { code: '' }, 'code'],
    ['a code that is in the table already', { code: 'C01' }, 'code'],
    ['no name', { name: '' }, 'name'],
    ['a name of blanks', { name_en: '  ' }, 'name_en'],
    ['a name too long', { name: '长'.repeat(201) }, 'name'],
    ['a kind that does not exist', { kind: 'village' }, 'kind'],
    ['no kind', { kind: '' }, 'kind'],
    ['a division code of five digits', { gb2260: '43020' }, 'gb2260'],
    ['clauses separated by commas', { clauses: '1,8' }, 'clauses'],
    ['a flag that is neither yes nor no', { files_annual_report: 'maybe' }, 'files_annual_report'],
    ['a retirement in words', { retired: '已撤销' }, 'retired'],
  ];

  it.each(spoiled)(
    '%s: names the cell in both languages and writes nothing',
    async (_title, change, column) => {
      const before = await bytesOf(await exported(), 'csv');
      const good = { ...library, code: 'D91' };
      const tables = withRows(await exported(), 'units', [good, { ...library, ...change }]);
      const told = await problemsOf(() => imported(tables));
      expect(told.map(({ sheet, row, column: where }) => [sheet, row, where])).toContainEqual([
        'units.csv',
        40,
        column,
      ]);
      for (const { zh, en } of told) {
        expect(zh).toMatch(/\p{Script=Han}/u);
        expect(en).toMatch(/[a-z]{3}/);
      }
      expect(await bytesOf(await exported(), 'csv')).toBe(before);
    },
  );

  it('is told of all at once, where a person finds them in a workbook', async () => {
    const tables = withRows(await exported('workbook'), 'units', [
      { ...library, kind: 'village' },
      { ...library, code: 'D91', gb2260: 'x' },
    ]);
    const told = await problemsOf(() => imported(tables, 'workbook'));
    expect(told.map(({ sheet, row, column }) => [sheet, row, column])).toEqual([
      ['单位', 39, 'D（类别）'],
      ['单位', 40, 'F（行政区划代码）'],
    ]);
  });
});
