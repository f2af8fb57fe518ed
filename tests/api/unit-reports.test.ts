import type { InboxMessage, Problem, UnitReport, UnitReportList } from '@gongping/contracts';
import { schema } from '@gongping/db';
import { eq, sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useBench, type Person } from '../support/app.ts';
import { fileReport, quietReport, readReport } from '../support/filed-reports.ts';
import { createRound, type Round } from '../support/round.ts';

const bench = useBench();
let round: Round;
let liaison: Person;

beforeAll(async () => {
  bench.clock.now = new Date('2020-01-10T02:00:00Z');
  round = await createRound(bench);
  ({ liaison } = round);
});

const problemOf = async (response: Response): Promise<Problem> => (await response.json()) as Problem;
const path = (unit: string, year: number) => `/unit-reports/${unit}/${year}`;
const list = async (person: Person, year: number): Promise<UnitReportList> => {
  const response = await person.call('GET', `/unit-reports?year=${year}`);
  expect(response.status).toBe(200);
  return (await response.json()) as UnitReportList;
};
const standOf = async (year: number, unit: string) =>
  (await list(round.organiser, year)).units.find((each) => each.unit.code === unit);

describe('a report that is written', () => {
  const write = (content = quietReport(2019), expectedRevision = 0) => ({
    expectedRevision,
    content,
    url: 'https://example.gov.cn/report.html',
    publishedOn: '2020-01-20',
  });

  it('begins with the blank form of its year', async () => {
    const { form, draft, versions, writable, due } = await readReport(liaison, 'C01', 2019);
    expect({ form, writable, versions, due }).toEqual({
      form: 'v2019',
      writable: true,
      versions: [],
      due: { statutory: '2020-03-31', local: null },
    });
    expect(draft).toMatchObject({ revision: 0, updatedAt: null });
    expect(draft?.content.title).toBe('荷塘区2019年政府信息公开工作年度报告');
    expect(Object.keys(draft?.content.table3 ?? {})).toHaveLength(23);
  });

  it('is kept, once however often it is sent, and refused where somebody else was first', async () => {
    const sent = await liaison.call('PUT', `${path('C01', 2019)}/draft`, write());
    expect(sent.status, await sent.clone().text()).toBe(200);
    expect(((await sent.json()) as UnitReport).draft).toMatchObject({
      revision: 1,
      publishedOn: '2020-01-20',
    });
    // The answer was lost: the same again changes nothing, though it knows an older revision.
    const again = await liaison.call('PUT', `${path('C01', 2019)}/draft`, write());
    expect(((await again.json()) as UnitReport).draft?.revision).toBe(1);
    const other = await round.organiser.call(
      'PUT',
      `${path('C01', 2019)}/draft`,
      write(quietReport(2019, { received: 4 })),
    );
    const refused = await problemOf(other);
    expect([other.status, refused.code]).toEqual([409, 'stale']);
    expect(((refused.current as UnitReport).draft?.content.table3['R1'] ?? [])[0]).toBe(3);
  });

  it('has the rows of its form only', async () => {
    const content = quietReport(2019);
    const wrong = { ...content, table3: { ...content.table3, R9: [0, 0, 0, 0, 0, 0, 0], R1: [1] } };
    const response = await liaison.call('PUT', `${path('C01', 2019)}/draft`, write(wrong, 1));
    const { code, errors } = await problemOf(response);
    expect([response.status, code]).toEqual([422, 'invalid-input']);
    expect(errors?.map((error) => error.path).sort()).toEqual(['content.table3.R1', 'content.table3.R9']);
  });

  it('has no form before 2019', async () => {
    for (const year of [2018, 1999]) {
      const response = await liaison.call('GET', path('C01', year));
      expect([response.status, (await problemOf(response)).code]).toEqual([404, 'not-found']);
    }
  });
});

describe('a report that is handed in', () => {
  it('is a version that never changes, and what is filed already is not filed again', async () => {
    const content = quietReport(2019, { received: 5, carriedOn: 2 });
    const filed = await fileReport(liaison, { unit: 'C01', year: 2019, content, publishedOn: '2020-01-09' });
    expect(filed).toMatchObject({ version: 1, how: 'typed', edited: false, publishedOn: '2020-01-09' });
    expect(filed.summary.fail).toBe(0);
    const again = await fileReport(liaison, { unit: 'C01', year: 2019, content, publishedOn: '2020-01-09' });
    expect([again.version, again.filedAt]).toEqual([1, filed.filedAt]);
    const { versions, draft } = await readReport(liaison, 'C01', 2019);
    expect([versions.length, draft?.differs]).toEqual([1, false]);
  });

  it('is kept by the database: no change, no deletion', async () => {
    const { db } = bench.database;
    const { unitReportVersions: table } = schema;
    const refused = [
      db.update(table).set({ reason: 'x' }),
      db.delete(table),
      db.execute(sql`truncate unit_report_versions cascade`),
    ];
    for (const each of refused) {
      await expect(each).rejects.toMatchObject({
        cause: { message: expect.stringContaining('append-only') },
      });
    }
    const entries = await db
      .select()
      .from(schema.auditEntries)
      .where(eq(schema.auditEntries.action, 'report.file'));
    expect(entries.map(({ subject }) => subject)).toEqual(['report C01/2019']);
  });

  it('with errors is told what they are, and filed', async () => {
    const content = quietReport(2019);
    const wrong = { ...content, table3: { ...content.table3, R4: [1, 0, 0, 0, 0, 0, 1] } };
    const filed = await fileReport(round.organiser, { unit: 'D01', year: 2019, content: wrong });
    const failed = filed.findings.filter(({ status }) => status === 'fail');
    expect(failed.map(({ check, where }) => `${check} ${where}`)).toEqual([
      'H1 table3 / 自然人',
      'H1 table3 / 总计',
    ]);
    expect(failed[0]?.message).toContain('本年新收与上年结转之和为 3，办理总计与结转下年之和却为 4');
  });

  it('again after its day needs a reason', async () => {
    bench.clock.now = new Date('2020-04-01T02:00:00Z');
    const content = quietReport(2019, { received: 6, carriedOn: 2 });
    const { draft } = await readReport(liaison, 'C01', 2019);
    const saved = await liaison.call('PUT', `${path('C01', 2019)}/draft`, {
      expectedRevision: draft?.revision,
      content,
      url: null,
      publishedOn: '2020-01-09',
    });
    const revision = ((await saved.json()) as UnitReport).draft?.revision;
    const body = { expectedRevision: revision, reason: '' };
    const bare = await liaison.call('POST', `${path('C01', 2019)}/versions`, body);
    expect([bare.status, (await problemOf(bare)).code]).toEqual([422, 'reason-required']);
    const reasoned = await liaison.call('POST', `${path('C01', 2019)}/versions`, {
      ...body,
      reason: '漏计1件',
    });
    expect(await reasoned.json()).toMatchObject({ version: 2, reason: '漏计1件' });
    // The first stays as it was filed.
    const first = await liaison.call('GET', `${path('C01', 2019)}/versions/1`);
    expect(await first.json()).toMatchObject({
      version: 1,
      content: { table3: { R1: [5, 0, 0, 0, 0, 0, 5] } },
    });
    bench.clock.now = new Date('2020-01-10T02:00:00Z');
  });

  it('carries on into the next year’s, which is checked against it', async () => {
    const { draft, previous } = await readReport(liaison, 'C01', 2020);
    expect(previous).toMatchObject({ year: 2019, form: 'v2019' });
    expect(draft?.content.table3['R2']).toEqual([2, 0, 0, 0, 0, 0, 2]);
    const content = quietReport(2020, { received: 3, carriedOver: 1 });
    const filed = await fileReport(liaison, { unit: 'C01', year: 2020, content });
    const failed = filed.findings.filter(({ status }) => status === 'fail').map(({ where }) => where);
    expect(failed).toEqual(['table3 / R2 / 自然人', 'table3 / R2 / 总计']);
  });

  it('can be had as a workbook, where it was typed not as a file', async () => {
    const workbook = await liaison.call('GET', `${path('C01', 2019)}/versions/2/workbook.xlsx`);
    expect(workbook.headers.get('content-disposition')).toMatch(/^attachment; filename="/);
    expect(
      Buffer.from(await workbook.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    expect((await liaison.call('GET', `${path('C01', 2019)}/versions/2/file`)).status).toBe(404);
  });
});

describe('who sees what', () => {
  it('a unit its own alone, an evaluator those it scores as they were filed, the organiser all', async () => {
    const codes = async (person: Person) => (await list(person, 2019)).units.map(({ unit }) => unit.code);
    expect(await codes(liaison)).toEqual(['C01']);
    expect(await codes(round.evaluator)).toEqual(['C01', 'D01']);
    expect((await codes(round.organiser)).length).toBe(37);
    for (const unit of ['C04', 'nowhere']) {
      expect((await liaison.call('GET', path(unit, 2019))).status).toBe(404);
      expect((await round.secondEvaluator.call('GET', path('C01', 2019))).status).toBe(404);
    }
    const seen = await readReport(round.evaluator, 'C01', 2019);
    expect([seen.draft, seen.writable, seen.versions.length]).toEqual([null, false, 2]);
    const body = { expectedRevision: 0, content: quietReport(2019), url: null, publishedOn: null };
    expect((await round.evaluator.call('PUT', `${path('C01', 2019)}/draft`, body)).status).toBe(403);
    expect((await liaison.call('PUT', `${path('C04', 2019)}/draft`, body)).status).toBe(404);
  });

  it('whoever need not report is shown so, and nothing is taken', async () => {
    // 市妇联 is a mass organisation.
    const stand = await standOf(2019, 'D23');
    expect(stand).toMatchObject({ state: 'not-obliged', late: { local: null, statutory: null } });
    const body = { expectedRevision: 0, content: quietReport(2019), url: null, publishedOn: null };
    const response = await round.organiser.call('PUT', `${path('D23', 2019)}/draft`, body);
    expect([response.status, (await problemOf(response)).code]).toEqual([409, 'report-not-obliged']);
  });
});

describe('the board', () => {
  beforeEach(() => {
    bench.clock.now = new Date('2020-02-10T02:00:00Z');
  });

  it('tells who has handed in, and who is late by the calendar', async () => {
    // Departments were due on 31 January, counties have until 31 March.
    expect(await standOf(2019, 'D02')).toMatchObject({ state: 'none', late: { statutory: 10, local: null } });
    expect(await standOf(2019, 'C04')).toMatchObject({ state: 'none', late: { statutory: 0 } });
    expect(await standOf(2019, 'C01')).toMatchObject({
      state: 'filed',
      filed: { version: 2, publishedOn: '2020-01-09', summary: { fail: 0 } },
      late: { statutory: 0 },
    });
    // It did not say when it was published.
    expect(await standOf(2019, 'D01')).toMatchObject({
      filed: { summary: { fail: 2 } },
      late: { statutory: null },
    });
  });

  it('counts against the day of the place, once the organiser has set one', async () => {
    const terms = { county: '2020-01-09', department: null };
    const set = await round.organiser.call('PUT', '/report-terms/2019', terms);
    expect(await set.json()).toEqual(terms);
    // Handed in on 10 January, published in time by the law.
    expect(await standOf(2019, 'C01')).toMatchObject({
      due: { local: '2020-01-09' },
      late: { local: 1, statutory: 0 },
    });
    expect(await standOf(2019, 'C04')).toMatchObject({ late: { local: 32 } });
    expect(await standOf(2019, 'D02')).toMatchObject({ late: { local: null } });
  });

  it('is a table for Excel too', async () => {
    const csv = await round.organiser.call('GET', '/unit-reports/board.csv?year=2019');
    const text = await csv.text();
    const bytes = new TextEncoder().encode(text);
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(bytes.length).toBeGreaterThan(1000);
    expect(text).toContain(
      'C01,荷塘区,县市区,已提交,2,2020-01-10,2020-04-01,2020-01-09,1,2020-01-09,2020-03-31,0,',
    );
    expect(text).toContain('D23,市妇联,市直部门,无须编报');
    const xlsx = await round.organiser.call('GET', '/unit-reports/board.xlsx?year=2019');
    expect(
      Buffer.from(await xlsx.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });

  it('reminds those who speak for a unit, and says where nobody does', async () => {
    const remind = (unit: string) =>
      round.organiser.call('POST', '/unit-reports/reminders', {
        year: 2021,
        unitIds: [round.unit(unit).id],
        text: '请尽快。',
      });
    expect(await (await remind('C01')).json()).toEqual({ sent: 1 });
    const { messages } = (await (await liaison.call('GET', '/inbox')).json()) as { messages: InboxMessage[] };
    expect(messages[0]).toMatchObject({ kind: 'report-wanted', path: '/work/reports/C01/2021' });
    expect(messages[0]?.body).toContain(
      '荷塘区的 2021 年政府信息公开工作年度报告应于 2022-03-31 前提交。请尽快。',
    );
    const nobody = await remind('C04');
    expect([nobody.status, (await problemOf(nobody)).code]).toEqual([409, 'report-no-round']);
  });
});

it('an assessment judges the reports of the year before, unless it is told otherwise while it is planned', async () => {
  const planned = await createRound(bench, { phase: 'plan' });
  const { assessment, organiser } = planned;
  expect(assessment.settings.reportYear).toBe(assessment.year - 1);
  const settings = { ...assessment.settings, reportYear: assessment.year };
  const change = (expectedRevision: number, reportYear: number) =>
    organiser.call('PUT', `/assessments/${planned.slug}`, {
      expectedRevision,
      settings: { ...settings, reportYear },
    });
  const changed = await change(assessment.revision, 2020);
  expect(await changed.json()).toMatchObject({ settings: { reportYear: 2020 }, revision: 2 });
  const opening = { to: 'scoring', reason: '', acceptUnscored: false };
  expect((await organiser.call('POST', `/assessments/${planned.slug}/phase`, opening)).status).toBe(200);
  const late = await change(3, 2021);
  expect((await problemOf(late)).code).toBe('frozen-settings');
});
