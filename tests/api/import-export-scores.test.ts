import { exportScores, importScores } from '@gongping/api';
import { schema } from '@gongping/db';
import type { Table } from '@gongping/tables';
import { eq } from 'drizzle-orm';
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Person, useBench } from '../support/app.ts';
import {
  bytesOf,
  fillScores,
  media,
  problemsOf,
  rowOf,
  throughFile,
  withRows,
  type Medium,
  type ScoreCells,
} from '../support/exchanged-tables.ts';
import { full, half, put, scored, scorePath } from '../support/scoring-calls.ts';
import { createScoringRound, type ScoringRound } from '../support/scoring-round.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const bench = useBench();
const folder = temporaryFolder('import-scores');
const now = new Date('2020-10-13T02:00:00Z');
let round: ScoringRound;

beforeAll(async () => {
  round = await createScoringRound(bench);
});
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(async () => {
  const { db } = bench.database;
  await db.delete(schema.scores);
  await db.update(schema.assessments).set({ phase: 'scoring' }).where(eq(schema.assessments.id, round.id));
});

const exported = (medium: Medium = 'csv'): Promise<Table[]> =>
  exportScores(bench.database.db, '2020', medium);

interface How {
  readonly as?: Person;
  readonly medium?: Medium;
  readonly slug?: string;
  readonly dryRun?: boolean;
}

async function imported(
  tables: readonly Table[],
  { as = round.evaluator, medium = 'csv', slug = '2020', dryRun = false }: How = {},
) {
  const read = await throughFile(folder, tables, medium);
  return importScores(bench.database.db, read, { now, dryRun, slug, account: as.username });
}

/** The template with some cells of the round filled in. */
async function filled(rows: Readonly<Record<string, ScoreCells>>, medium: Medium = 'csv'): Promise<Table[]> {
  return fillScores(await exported(medium), rows);
}

const log = () =>
  bench.database.db
    .select()
    .from(schema.auditEntries)
    .where(eq(schema.auditEntries.scope, round.id))
    .orderBy(schema.auditEntries.sequence);

/** A score of each method, with everything that an input can hold, by its own evaluator. */
async function scoreEverything(): Promise<void> {
  const deductions = [
    { item: 'late', count: 2, reason: '逾期两件；反斜杠 \\n 与 \\' },
    { item: null, marks: 0.5, reason: '第一行\n第二行\t制表' },
    { item: 'late', count: 0, reason: '' },
  ];
  const ratio = {
    method: 'ratio',
    numerator: 1,
    denominator: 7,
    deductions: [{ item: null, marks: 0.1, reason: '' }],
  };
  const na = { expectedRevision: 0, state: 'not_applicable', input: null, reason: '不属于编报主体' };
  const writes: [Person, string, string, Record<string, unknown>][] = [
    [round.evaluator, 'C01', 'A1-1', scored(0, { ...half, coefficient: 0.5 }, '=1+1\n@ “引号”')],
    [round.evaluator, 'C01', 'A1-2', scored(0, { method: 'deduct', deductions }, '合计')],
    [round.evaluator, 'C01', 'X-1', scored(0, { method: 'bonus', marks: 1.25 }, '创新')],
    [round.evaluator, 'C01', 'V-1', scored(0, { method: 'veto', triggered: false })],
    [round.evaluator, 'C02', 'A1-1', na],
    [round.evaluator, 'C02', 'A1-2', scored(0, { method: 'deduct', deductions: [] })],
    [round.colleague, 'D01', 'B-1', scored(0, ratio, '抽查七件')],
    [round.colleague, 'D01', 'B-2', scored(0, { method: 'checklist', met: ['b', 'a'], zero: false })],
    [round.colleague, 'C01', 'B-1', scored(0, { ...ratio, numerator: 7, deductions: [] })],
  ];
  for (const [person, unit, indicator, body] of writes) {
    expect((await put(person, scorePath(unit, indicator), body)).status, `${unit} ${indicator}`).toBe(200);
  }
  const cleared = { expectedRevision: 1, state: 'unscored', input: null, reason: '重评' };
  expect((await put(round.evaluator, scorePath('C02', 'A1-1'), cleared)).status).toBe(200);
}

describe('exporting scores', () => {
  it('gives every cell of the round in order, those without a score ready to be filled in', async () => {
    const [table] = await exported();
    // Four leaves of A and B, X and V apply to a department, three, X and V to a county; D is switched off.
    const leaves = {
      county: ['A1-1', 'A1-2', 'B-1', 'X-1', 'V-1'],
      department: ['A1-1', 'A1-2', 'B-1', 'B-2', 'X-1', 'V-1'],
    };
    expect(table?.rows.map(([unit, , indicator]) => [unit, indicator])).toEqual([
      ...leaves.county.map((indicator) => ['C01', indicator]),
      ...leaves.county.map((indicator) => ['C02', indicator]),
      ...leaves.department.map((indicator) => ['D01', indicator]),
    ]);
    expect(table?.rows[0]).toEqual([
      'C01',
      '单位 C01',
      'A1-1',
      '指标 A1-1',
      ...Array<string>(11).fill(''),
      '0',
    ]);
  });

  it('is refused for an assessment that is not there, and names those that are', async () => {
    const [told] = await problemsOf(() => exportScores(bench.database.db, '1999', 'csv'));
    expect(told).toMatchObject({ sheet: null, en: expect.stringMatching(/1999.*2020/) as string });
  });
});

describe('exporting scores and importing them again', () => {
  it.each(media)('writes nothing and gives the same bytes, whoever it is (%s)', async (medium) => {
    await scoreEverything();
    const before = await log();
    const tables = await exported(medium);
    for (const as of [round.evaluator, round.colleague]) {
      expect(await imported(tables, { medium, as })).toEqual({ created: 0, changed: 0, unchanged: 16 });
    }
    expect(await bytesOf(await exported(medium), medium)).toBe(await bytesOf(tables, medium));
    expect(await log()).toEqual(before);
  });

  it.each(media)('gives the same scores in an empty round, to the letter (%s)', async (medium) => {
    await scoreEverything();
    const { db } = bench.database;
    const stored = async () =>
      (await db.select().from(schema.scores))
        .map(({ unitId, indicatorId, state, input, marks, reason }) => ({
          unitId,
          indicatorId,
          state,
          input,
          marks,
          reason,
        }))
        .toSorted((a, b) => (`${a.unitId}${a.indicatorId}` < `${b.unitId}${b.indicatorId}` ? -1 : 1));
    const before = await stored();
    const tables = await exported(medium);
    await db.delete(schema.scores);
    const [table] = tables;
    const own = (units: readonly string[], families: RegExp) =>
      (table === undefined
        ? []
        : [
            {
              ...table,
              rows: table.rows.filter(
                ([unit = '', , indicator = '']) => units.includes(unit) && families.test(indicator),
              ),
            },
          ]
      ).map(({ shape, rows }) => ({ shape, rows: rows.map((row) => row.with(15, '')) }));
    expect(await imported(own(['C01', 'C02'], /^[AXV]/), { medium })).toMatchObject({ created: 6 });
    const others = [...own(['D01'], /./)].map(({ shape, rows }) => ({
      shape,
      rows: [...rows, ...(own(['C01'], /^B/)[0]?.rows ?? [])],
    }));
    expect(await imported(others, { medium, as: round.colleague })).toMatchObject({ created: 3 });
    expect(await stored()).toEqual(before);
  });
});

describe('importing scores', () => {
  it('writes what the API would, and the same entry of the log', async () => {
    await put(round.evaluator, scorePath('C01', 'A1-1'), scored(0, half, '缺环节'));
    const [byApi] = (await log()).slice(-1);
    const tables = await filled({ 'C02 A1-1': { state: 'scored', level: 'half', reason: ' 缺环节 ' } });
    expect(await imported(tables)).toEqual({ created: 1, changed: 0, unchanged: 15 });
    const [byFile] = (await log()).slice(-1);
    expect(byFile).toMatchObject({
      actorId: round.evaluator.id,
      action: byApi?.action,
      subject: 'score C02/A1-1',
      before: null,
      after: byApi?.after,
      reason: '缺环节',
      at: now,
    });
    const [row] = await bench.database.db
      .select()
      .from(schema.scores)
      .where(eq(schema.scores.unitId, round.unitIds.C02));
    expect(row).toMatchObject({
      revision: 1,
      marks: '2.0000000000',
      updatedBy: round.evaluator.id,
      updatedAt: now,
    });
    const verification = await round.organiser.call('GET', '/assessments/2020/audit/verification');
    expect(await verification.json()).toMatchObject({ brokenAt: null });
  });

  it('changes, clears and makes N/A over the revision that was exported', async () => {
    await scoreEverything();
    const tables = await filled({
      'C01 A1-1': { state: 'scored', level: 'full', coefficient: '', marks: '', reason: '' },
      'C01 A1-2': { state: 'not_applicable', deductions: '', marks: '', reason: '无此职能' },
      'C01 X-1': { state: 'unscored', marks: '', reason: '' },
    });
    expect(await imported(tables)).toEqual({ created: 0, changed: 3, unchanged: 13 });
    const state = (await exported())[0]?.rows
      .filter(([unit]) => unit === 'C01')
      .map((row) => [row[2], row[4], row[13], row[15]]);
    expect(state).toEqual([
      ['A1-1', 'scored', '4', '2'],
      ['A1-2', 'not_applicable', '', '2'],
      ['B-1', 'scored', '6', '1'],
      ['X-1', 'unscored', '', '2'],
      ['V-1', 'scored', '0', '1'],
    ]);
  });

  it('reads Chinese headers and words from a workbook, and what a method lets be left out', async () => {
    const own = await filled(
      {
        'C01 A1-1': { state: '已评', level: 'full' },
        'C01 A1-2': { state: '已评', deductions: 'late 迟报\n－0.5　自由扣分', reason: '' },
        'C01 V-1': { state: '已评', marks: '是', reason: '未发布' },
        'C02 A1-1': { state: '不适用', reason: '不属于' },
        'C02 X-1': { state: '未评' },
      },
      'workbook',
    );
    expect(await imported(own, { medium: 'workbook' })).toEqual({ created: 4, changed: 0, unchanged: 12 });
    const [table] = await exported();
    const cells = (unit: string, indicator: string) =>
      table?.rows.find((row) => row[0] === unit && row[2] === indicator)?.slice(4);
    // 4 − 0.25 × 4 − 0.5
    expect(cells('C01', 'A1-2')).toEqual([
      'scored',
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      'late*1 迟报\n-0.5 自由扣分',
      '2.5',
      '',
      '1',
    ]);
    expect(cells('C01', 'V-1')?.[9]).toBe('1');
  });

  it('does not take back what was scored since an empty template was handed out', async () => {
    const template = await exported();
    await scoreEverything();
    expect(await imported(template)).toEqual({ created: 0, changed: 0, unchanged: 16 });
  });

  it('writes over another revision where none is named', async () => {
    await scoreEverything();
    const tables = await filled({ 'C01 A1-1': { level: 'full', coefficient: '', marks: '', revision: '' } });
    await put(round.evaluator, scorePath('C01', 'A1-1'), scored(1, full));
    expect(await imported(fillScores(tables, { 'C01 A1-1': { reason: '复核' } }))).toMatchObject({
      changed: 1,
    });
  });

  it('loses nothing where two write the same cells at once: both are in the log, or one is refused', async () => {
    const { length } = await log();
    const tables = await Promise.all(
      ['full', 'half', 'none'].map((level) =>
        filled({ 'C01 A1-1': { state: 'scored', level, revision: '' } }),
      ),
    );
    const settled = await Promise.allSettled(tables.map((each) => imported(each)));
    const done = settled.filter(({ status }) => status === 'fulfilled').length;
    expect(done).toBeGreaterThan(0);
    const [row] = await bench.database.db.select().from(schema.scores);
    expect(row?.revision).toBe(done);
    expect((await log()).length - length).toBe(done);
    const refused = settled.flatMap((each) => (each.status === 'rejected' ? [String(each.reason)] : []));
    for (const why of refused) expect(why).toContain('Run it again');
  });

  it('writes nothing in a dry run', async () => {
    const before = await log();
    const tables = await filled({ 'C01 A1-1': { state: 'scored', level: 'half' } });
    expect(await imported(tables, { dryRun: true })).toMatchObject({ created: 1 });
    expect(await bench.database.db.$count(schema.scores)).toBe(0);
    expect(await log()).toEqual(before);
  });

  it('is refused outside the phase of scoring', async () => {
    const tables = await filled({ 'C01 A1-1': { state: 'scored', level: 'half' } });
    const { db } = bench.database;
    for (const phase of ['plan', 'final', 'published'] as const) {
      await db.update(schema.assessments).set({ phase }).where(eq(schema.assessments.id, round.id));
      const told = await problemsOf(() => imported(tables));
      expect(told, phase).toMatchObject([
        { sheet: null, row: null, zh: expect.stringContaining('评分') as string },
      ]);
      expect(told[0]?.en).toContain('Ask the organiser');
    }
    expect(await db.$count(schema.scores)).toBe(0);
  });

  it('is refused to accounts that are not there, disabled, or without a role in the round', async () => {
    const tables = await exported();
    const stranger = await bench.person([]);
    const liaison = await bench.person([
      { role: 'liaison', assessmentId: round.id, unitId: round.unitIds.C01 },
    ]);
    const disabled = await bench.person([{ role: 'evaluator', assessmentId: round.id }]);
    await bench.database.db
      .update(schema.users)
      .set({ disabledAt: now })
      .where(eq(schema.users.id, disabled.id));
    for (const as of [stranger, liaison, disabled, { ...stranger, username: 'nobody' }]) {
      const [told] = await problemsOf(() => imported(tables, { as }));
      expect(told?.en, as.username).toContain(as.username);
    }
    expect(await problemsOf(() => imported(tables, { slug: '1999' }))).toMatchObject([{ sheet: null }]);
  });

  it("refuses another's cell, also to organisers and reviewers, and says who scores it", async () => {
    const tables = await filled({ 'C01 B-1': { state: 'scored', numerator: '1', denominator: '1' } });
    for (const as of [round.evaluator, round.organiser, round.reviewer]) {
      const told = await problemsOf(() => imported(tables, { as }));
      expect(told).toMatchObject([{ sheet: 'scores.csv', row: 4, column: null }]);
      expect(told[0]?.zh).toMatch(/测试人员/);
    }
    const nobodys = await filled({ 'C02 B-1': { state: 'scored', numerator: '1', denominator: '1' } });
    expect((await problemsOf(() => imported(nobodys)))[0]?.en).toContain('nobody has it');
    expect(await bench.database.db.$count(schema.scores)).toBe(0);
  });

  it('refuses a stale revision, and says who changed it when', async () => {
    await put(round.evaluator, scorePath('C01', 'A1-1'), scored(0, full));
    const tables = await filled({ 'C01 A1-1': { level: 'none', marks: '' } });
    await put(round.evaluator, scorePath('C01', 'A1-1'), scored(1, half));
    const told = await problemsOf(() => imported(tables));
    expect(told).toMatchObject([
      {
        row: 2,
        column: 'revision',
        zh: expect.stringMatching(/测试人员.*2020-10-12 10:00.*修订号 2/) as string,
      },
    ]);
  });
});

describe('a table of scores with a mistake', () => {
  /** Title, row, what is filled in, the column that is named (null: the row). */
  const spoiled: [string, string, ScoreCells, string | null][] = [
    ['a unit that is not in the round', 'C01 A1-1', { unit: 'C99' }, 'unit'],
    ['no unit', 'C01 A1-1', { unit: '' }, 'unit'],
    ['an indicator that does not exist', 'C01 A1-1', { indicator: 'Z' }, 'indicator'],
    ['an inner node', 'C01 A1-1', { indicator: 'A1' }, 'indicator'],
    ['a leaf that is switched off', 'C01 A1-1', { indicator: 'D-1' }, 'indicator'],
    ['a leaf that is not for the kind', 'C01 A1-1', { indicator: 'B-2' }, 'indicator'],
    ['a cell that is there twice', 'C01 A1-2', { indicator: 'A1-1' }, 'indicator'],
    ['a state of no kind', 'C01 A1-1', { state: 'done', level: 'full' }, 'state'],
    ['an input without a state', 'C01 A1-1', { level: 'full' }, 'state'],
    ['N/A without a reason', 'C01 A1-1', { state: 'not_applicable' }, 'reason'],
    ['N/A with an input', 'C01 A1-1', { state: '不适用', level: 'full', reason: '无' }, 'level'],
    ['unscored with marks', 'C01 A1-1', { state: 'unscored', marks: '4' }, 'marks'],
    [
      'a reason too long',
      'C01 A1-1',
      { state: 'scored', level: 'full', reason: '长'.repeat(4001) },
      'reason',
    ],
    ['no level', 'C01 A1-1', { state: 'scored' }, 'level'],
    ['a level of no kind', 'C01 A1-1', { state: 'scored', level: 'best' }, 'level'],
    [
      'a coefficient that is not the level’s',
      'C01 A1-1',
      { state: 'scored', level: 'full', coefficient: '0.9' },
      'coefficient',
    ],
    [
      'a coefficient that is no number',
      'C01 A1-1',
      { state: 'scored', level: 'full', coefficient: '全' },
      'coefficient',
    ],
    [
      'a column of another method',
      'C01 A1-1',
      { state: 'scored', level: 'full', numerator: '1' },
      'numerator',
    ],
    [
      'marks that the engine does not give',
      'C01 A1-1',
      { state: 'scored', level: 'half', marks: '4' },
      'marks',
    ],
    [
      'a deduction of no kind',
      'C01 A1-2',
      { state: 'scored', deductions: 'late*1\nearly*1 早了' },
      'deductions',
    ],
    ['a deduction a half times', 'C01 A1-2', { state: 'scored', deductions: 'late*0.5' }, 'deductions'],
    [
      'a deduction that cannot be read',
      'C01 A1-2',
      { state: 'scored', deductions: 'late*two' },
      'deductions',
    ],
    [
      'a free deduction that is no number',
      'C01 A1-2',
      { state: 'scored', deductions: '-x 理由' },
      'deductions',
    ],
    [
      'a free deduction beyond all marks',
      'C01 A1-2',
      { state: 'scored', deductions: '-1001 理由' },
      'deductions',
    ],
    ['a bonus above its maximum', 'C01 X-1', { state: 'scored', marks: '5.01', reason: '创新' }, 'marks'],
    ['a bonus without marks', 'C01 X-1', { state: 'scored', reason: '创新' }, 'marks'],
    ['a veto that is neither yes nor no', 'C01 V-1', { state: 'scored', marks: '2' }, 'marks'],
    ['a revision that is none', 'C01 A1-1', { state: 'scored', level: 'full', revision: 'r1' }, 'revision'],
    [
      'a revision of a cell never touched',
      'C01 A1-1',
      { state: 'scored', level: 'full', revision: '3' },
      'revision',
    ],
    ['a ratio without a denominator', 'D01 B-1', { state: 'scored', numerator: '1' }, 'denominator'],
    ['a denominator of 0', 'D01 B-1', { state: 'scored', numerator: '0', denominator: '0' }, 'denominator'],
    [
      'a numerator above the denominator',
      'D01 B-1',
      { state: 'scored', numerator: '3', denominator: '2' },
      'numerator',
    ],
    ['a number below 0', 'D01 B-1', { state: 'scored', numerator: '-1', denominator: '2' }, 'numerator'],
    [
      'a number that nobody counts to',
      'D01 B-1',
      { state: 'scored', numerator: '1', denominator: '1e9' },
      'denominator',
    ],
    [
      'counts that the rule does not ask for',
      'D01 B-1',
      { state: 'scored', numerator: '1', denominator: '1', counts: 'x=1' },
      'counts',
    ],
    [
      'counts that cannot be read',
      'D01 B-1',
      { state: 'scored', numerator: '1', denominator: '1', counts: 'x' },
      'counts',
    ],
    ['a point of no kind', 'D01 B-2', { state: 'scored', met: 'a|c' }, 'met'],
    ['a point that is there twice', 'D01 B-2', { state: 'scored', met: 'a|a' }, 'met'],
    ['a zero that the rule does not offer', 'D01 B-2', { state: 'scored', zero: '1' }, 'zero'],
    ['a zero that is neither yes nor no', 'D01 B-2', { state: 'scored', zero: '零' }, 'zero'],
  ];

  it.each(spoiled)('%s: names the cell and writes nothing', async (_title, name, cells, column) => {
    const as = name.startsWith('D01') ? round.colleague : round.evaluator;
    const good = as === round.colleague ? 'D01 A1-1' : 'C02 A1-1';
    const template = await exported();
    const [unit = '', indicator = ''] = name.split(' ');
    const row = rowOf(template, 'scores', { unit, indicator });
    const tables = fillScores(fillScores(template, { [good]: { state: 'scored', level: 'full' } }), {
      [name]: cells,
    });
    const told = await problemsOf(() => imported(tables, { as }));
    expect(told.map((each) => [each.sheet, each.row, each.column])).toEqual([['scores.csv', row, column]]);
    expect(told[0]?.zh).toMatch(/\p{Script=Han}/u);
    expect(told[0]?.en).toMatch(/[a-z]{3}/);
    expect(await bench.database.db.$count(schema.scores)).toBe(0);
  });

  it.each([
    [{ state: 'scored', deductions: '-1001 理由' }, /第 1 项扣分：数过大，至多 1000/, /at most 1000/],
    [{ state: 'scored', deductions: `late*1 ${'长'.repeat(1001)}` }, /至多 1000 字/, /1000 letters/],
    [{ state: 'scored', deductions: 'late*1\n'.repeat(51) }, /至多 50 项/, /50 entries/],
    [{ state: 'scored', reason: '长'.repeat(4001) }, /至多 4000 字/, /4000 letters/],
  ])('says what the limit is (%#)', async (cells, zh, en) => {
    const told = await problemsOf(async () => imported(await filled({ 'C01 A1-2': cells })));
    expect(told).toHaveLength(1);
    expect(told[0]?.zh).toMatch(zh);
    expect(told[0]?.en).toMatch(en);
  });

  it('is told of everything at once, where a person finds it in a workbook', async () => {
    const template = await exported('workbook');
    const tables = withRows(
      fillScores(template, {
        'C01 A1-1': { state: '已评', level: 'best' },
        'C02 X-1': { state: '好', marks: '1' },
      }),
      'scores',
      [{ unit: 'C99', indicator: 'A1-1', state: '已评' }],
    );
    const told = await problemsOf(() => imported(tables, { medium: 'workbook' }));
    expect(told.map(({ sheet, row, column }) => [sheet, row, column])).toEqual([
      ['得分', 2, 'I（等级）'],
      ['得分', 10, 'E（状态）'],
      ['得分', 18, 'A（单位代码）'],
    ]);
  });
});
