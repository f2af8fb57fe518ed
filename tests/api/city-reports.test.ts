import type { AnnualReport } from '@gongping/annual-report';
import type {
  CityReport,
  CityReportContent,
  DepartmentSums,
  Unit,
  CityReportVersion,
  Problem,
  PublishedCityReport,
} from '@gongping/contracts';
import { schema } from '@gongping/db';
import { readReportFile } from '@gongping/report-files';
import { eq } from 'drizzle-orm';
import mammoth from 'mammoth';
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { extractText, getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBench, type Person } from '../support/app.ts';
import { cityReportContent } from '../support/city-report.ts';
import { answerSurvey, closeScoring, scoreRound, type Judge } from '../support/finished-round.ts';
import { fileReport, quietReport } from '../support/filed-reports.ts';
import { gongpingHere } from '../support/gongping-here.ts';
import { createRound, type Round } from '../support/round.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const bench = useBench();
let round: Round;
let other: Person;
const year = 2020;

/*
 * By hand. C01 full marks and appraisal 80: 96. C04 half marks, no appraisal: 50. Mean 73. D01 and D23 full marks: 100.
 */
const judge: Judge = (unit, { role, fullMarks }) => {
  if (role !== 'score') return undefined;
  return { marks: unit === 'C04' ? String(Number(fullMarks) / 2) : fullMarks };
};

beforeAll(async () => {
  round = await createRound(bench);
  other = await bench.person([{ role: 'organiser' }]);
  await scoreRound(bench, round, judge);
  await answerSurvey(bench, round, { unit: 'C01', count: 100, grade: 'satisfied' });
  await closeScoring(round);
});

const content = (changes: Partial<CityReportContent> = {}) => cityReportContent(year, changes);

const get = async (by = round.organiser) =>
  (await (await by.call('GET', `/city-reports/${year}`)).json()) as CityReport;
const save = (revision: number, kept = content(), by = round.organiser) =>
  by.call('PUT', `/city-reports/${year}/draft`, { expectedRevision: revision, content: kept });
const renew = (revision: number, keys: string[] | null) =>
  round.organiser.call('POST', `/city-reports/${year}/renewals`, { expectedRevision: revision, keys });
const publish = (revision: number, reason = '') =>
  round.organiser.call('POST', `/city-reports/${year}/publications`, { expectedRevision: revision, reason });
const publishResults = async (reason: string) => {
  const response = await round.organiser.call('POST', `/assessments/${round.slug}/publications`, { reason });
  expect(response.status, await response.clone().text()).toBe(201);
};
const problemOf = async (response: Response) => (await response.json()) as Problem;
const mean = 'group county average';

async function saved(kept: CityReportContent): Promise<CityReport> {
  const response = await save((await get()).revision, kept);
  expect(response.status, await response.clone().text()).toBe(200);
  return (await response.json()) as CityReport;
}

describe('a draft', () => {
  it('is empty at first, on the form of its year, and for organisers of the platform or the year only', async () => {
    const report = await get();
    expect(report).toMatchObject({
      year,
      form: 'v2019',
      revision: 0,
      source: null,
      figures: [],
      versions: [],
    });
    expect((await round.leader.call('GET', `/city-reports/${year}`)).status).toBe(403);
    expect((await bench.anonymous('GET', `/city-reports/${year}`)).status).toBe(401);
    const ofRound = await bench.person([{ role: 'organiser', assessmentId: round.assessmentId }]);
    expect((await ofRound.call('GET', `/city-reports/${year}`)).status).toBe(200);
    expect((await ofRound.call('GET', '/city-reports/2024')).status).toBe(404);
    expect((await other.call('GET', '/city-reports/2018')).status).toBe(404);
  });

  it('refuses to be published while the results that it speaks of are not', async () => {
    const { revision, bindings } = await saved(content());
    expect(bindings).toEqual({});
    const problem = await problemOf(await publish(revision));
    expect(problem.code).toBe('report-not-ready');
    const errors = problem.errors ?? [];
    expect(errors.map(({ path }) => path)).toContain(`figures.${mean}`);
    expect(errors.find(({ path }) => path === `figures.${mean}`)?.message).toContain('尚未公布');
  });

  it('binds the figures of its text to what is published, with their source', async () => {
    await publishResults('');
    const { bindings, source, figures, passage } = await saved(content());
    expect(source).toMatchObject({ slug: round.slug, version: 1 });
    expect(bindings[mean]).toMatchObject({ value: '73.00', source: { slug: round.slug, version: 1 } });
    expect(figures.find(({ key }) => key === mean)).toMatchObject({ value: '73.00' });
    expect(passage).toContain(`{{${mean}}}`);
    expect(passage).toMatch(/^（五）监督保障\n/);
  });

  it('refuses rows that the form does not have', async () => {
    const { revision } = await get();
    const wrong = content({ table3: { R9: [0] } });
    const response = await save(revision, wrong);
    expect(response.status).toBe(422);
    expect((await problemOf(response)).errors?.[0]?.path).toBe('content.table3.R9');
  });

  it('shows the second of two people what the first has kept, and loses neither', async () => {
    const { revision } = await get();
    const mine = content({ authority: '甲市人民政府' });
    expect((await save(revision, mine)).status).toBe(200);
    const refused = await save(revision, content({ authority: '乙市人民政府' }), other);
    expect(refused.status).toBe(409);
    const problem = await problemOf(refused);
    expect(problem.code).toBe('stale');
    expect((problem.current as CityReport).content.authority).toBe('甲市人民政府');
    expect((problem.current as CityReport).revision).toBe(revision + 1);
    expect((await save(revision + 1, content(), other)).status).toBe(200);
  });

  it('is begun by one of two who begin at the same moment', async () => {
    const begin = (by: Person) =>
      by.call('PUT', '/city-reports/2024/draft', {
        expectedRevision: 0,
        content: {
          ...content(),
          text: { 1: '', 2: '', 3: '', 4: '', 5: '', 6: '' },
          table2: {},
          table3: {},
          table4: {},
        },
      });
    const statuses = (await Promise.all([begin(round.organiser), begin(other)])).map(({ status }) => status);
    expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 409]);
  });

  it('is in the log once for somebody who goes on writing', async () => {
    await saved(content({ authority: '一' }));
    await saved(content());
    const rows = await bench.database.db
      .select({ action: schema.auditEntries.action, actor: schema.auditEntries.actorId })
      .from(schema.auditEntries)
      .where(eq(schema.auditEntries.subject, `city-report ${year}`));
    const mine = rows.filter(({ actor }) => actor === round.organiser.id);
    expect(mine.length).toBeLessThanOrEqual(3);
    expect(rows.every(({ action }) => action === 'city-report.edit')).toBe(true);
  });

  it('is printed as a draft', async () => {
    const response = await round.organiser.call('GET', `/city-reports/${year}/preview`);
    const { html } = (await response.json()) as { html: string };
    expect(html).toContain('草稿，尚未公布');
    expect(html).toContain('73.00分为县市区平均分');
    expect(html).not.toContain('{{');
    const word = await round.organiser.call('GET', `/city-reports/${year}/draft.docx`);
    expect(word.status).toBe(200);
    expect((await bench.anonymous('GET', `/city-reports/${year}/draft.pdf`)).status).toBe(401);
  });
});

describe('publishing', () => {
  it('is refused with a list while tables contradict themselves or the text, until they are corrected', async () => {
    const wrong = await saved(
      content({
        table3: { ...content().table3, R1: [4, 2, 0, 0, 0, 0, 7], 'R3.2': [null, 0, 0, 0, 0, 0, 0] },
        text: { ...content().text, 4: '本年度收到行政复议9件。', 5: '请根据实际情况填写' },
      }),
    );
    const problem = await problemOf(await publish(wrong.revision));
    const paths = (problem.errors ?? []).map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining([
        'checks.H1 table3 / 总计',
        'checks.H2 table3 / 自然人',
        'checks.H3 table3 / R1',
        'checks.S2 text 4 / 行政复议',
        'checks.S3 text 5',
      ]),
    );
    expect(problem.detail).toContain(String(problem.errors?.length));
  });

  it('takes an explanation for what is as it should be, of strong checks only', async () => {
    const text = { ...content().text, 4: '本年度收到行政复议9件。' };
    const explanations = { 'S2 text 4 / 行政复议': '其中 5 件为上年收到', 'H3 table3 / R1': '无' };
    const explained = await saved(content({ text, explanations }));
    const table3 = { ...content().table3, R1: [4, 2, 0, 0, 0, 0, 7] };
    const { errors = [] } = await problemOf(
      await publish((await saved(content({ text, explanations, table3 }))).revision),
    );
    expect(explained.content.explanations).toEqual(explanations);
    expect(errors.some(({ path }) => path.startsWith('checks.S2 text 4'))).toBe(false);
    expect(errors.some(({ path }) => path.startsWith('checks.H3'))).toBe(true);
  });

  it('prints an explanation as long as what it explains stands', async () => {
    const explanations = { 'S2 text 4 / 行政复议': '其中 5 件为上年收到' };
    const printed = async (cases: number) => {
      const text = { ...content().text, 4: `本年度收到行政复议${cases}件。` };
      await saved(content({ text, explanations }));
      return (await round.organiser.call('GET', `/city-reports/${year}/draft.html`)).text();
    };
    expect(await printed(9)).toContain('<p class="report-note">注：其中 5 件为上年收到</p>');
    expect(await printed(4)).not.toContain('上年收到');
  });

  it('seals the report: its hash is of the bytes that anybody can download', async () => {
    const { revision } = await saved(content());
    const response = await publish(revision);
    expect(response.status, await response.clone().text()).toBe(201);
    const published = (await response.json()) as CityReportVersion;
    expect(published).toMatchObject({
      year,
      version: 1,
      current: true,
      title: '某某市人民政府2020年政府信息公开工作年度报告',
    });
    const sealed = await bench.anonymous('GET', `/annual-reports/${year}/1/sealed.json`);
    const bytes = new Uint8Array(await sealed.arrayBuffer());
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(published.sha256);
    expect(JSON.parse(new TextDecoder().decode(bytes))).toMatchObject({
      figures: expect.arrayContaining([expect.objectContaining({ key: mean, value: '73.00' })]) as unknown,
      source: { slug: round.slug, version: 1 },
    });
    expect(sealed.headers.get('etag')).toBe(`"${published.sha256}"`);
  });

  it('is refused by the database to be changed or deleted', async () => {
    const { pool } = bench.database;
    await expect(pool.query(`UPDATE city_report_publications SET reason = 'x'`)).rejects.toThrow(
      /append-only/,
    );
    await expect(pool.query('DELETE FROM city_report_publications')).rejects.toThrow(/append-only/);
    await expect(pool.query('TRUNCATE city_report_publications')).rejects.toThrow(/append-only/);
  });

  it('is for the state that was seen', async () => {
    const { revision } = await get();
    const response = await publish(revision - 1, '更正');
    expect((await problemOf(response)).code).toBe('stale');
    expect((await problemOf(await publish(revision))).code).toBe('reason-required');
  });
});

describe('results that are corrected', () => {
  it('make the figures stale, keep the report from being published, and are renewed one by one or together', async () => {
    const { db } = bench.database;
    const half: Judge = (unit, leaf) => judge(unit === 'C01' ? 'C04' : unit, leaf);
    await db.delete(schema.scores).where(eq(schema.scores.assessmentId, round.assessmentId));
    await scoreRound(bench, round, half);
    await publishResults('复核后更正');
    const before = await get();
    // 50 × 0.8 + 80 × 0.2 = 56, and 50: 53.
    expect(before.figures.find(({ key }) => key === mean)?.value).toBe('53.00');
    expect(before.bindings[mean]?.value).toBe('73.00');
    const { errors = [] } = await problemOf(await publish(before.revision, '更正'));
    expect(errors.map(({ path }) => path)).toEqual([
      `figures.${mean}`,
      'figures.table county',
      'figures.chart county',
    ]);
    expect(errors[0]?.message).toContain('文中为 73.00，当前公布的结果为 53.00');

    const one = (await (await renew(before.revision, [mean])).json()) as CityReport;
    expect(one.bindings[mean]).toMatchObject({ value: '53.00', source: { version: 2 } });
    expect((await problemOf(await publish(one.revision, '更正'))).errors).toHaveLength(2);
    const all = (await (await renew(one.revision, null)).json()) as CityReport;
    const response = await publish(all.revision, '随评估结果更正');
    expect(response.status, await response.clone().text()).toBe(201);
  });

  it('leave the first version as it was, and its page says that there is a second', async () => {
    const first = (await (
      await bench.anonymous('GET', `/annual-reports/${year}/1`)
    ).json()) as PublishedCityReport;
    expect(first.html).toContain('73.00分为县市区平均分');
    expect(first).toMatchObject({ version: 1, current: false });
    expect(first.versions.map(({ version, reason }) => [version, reason])).toEqual([
      [2, '随评估结果更正'],
      [1, ''],
    ]);
    const latest = (await (
      await bench.anonymous('GET', `/annual-reports/${year}/latest`)
    ).json()) as PublishedCityReport;
    expect(latest).toMatchObject({ version: 2, current: true });
    expect(latest.html).toContain('53.00分为县市区平均分');
    expect((await bench.anonymous('GET', `/annual-reports/${year}/3`)).status).toBe(404);
    const { reports } = (await (await bench.anonymous('GET', '/annual-reports')).json()) as {
      reports: CityReportVersion[];
    };
    expect(reports.map(({ version }) => version)).toEqual([2, 1]);
  });
});

describe("the departments' reports", () => {
  it('are added up, with whose are missing; bodies that need not report are none of them', async () => {
    for (const [unit, received] of [
      ['D01', 3],
      ['D02', 4],
    ] as const) {
      await fileReport(round.organiser, { unit, year, content: quietReport(year, { received }) });
    }
    // A county's report is its own government's.
    await fileReport(round.organiser, { unit: 'C01', year, content: quietReport(year, { received: 50 }) });
    const response = await round.organiser.call('GET', `/city-reports/${year}/department-sums`);
    const sums = (await response.json()) as DepartmentSums;
    expect(sums).toMatchObject({ year, form: 'v2019', filed: 2, otherForm: [], contradictory: [] });
    expect(sums.table3.rows['R1']?.[6]).toBe(7);
    const missing = sums.missing.map(({ code }) => code);
    expect(missing).not.toContain('D01');
    expect(missing).not.toContain('D23');
    const { units } = (await (await round.organiser.call('GET', '/units')).json()) as { units: Unit[] };
    const obliged = units.filter(({ kind, filesAnnualReport }) => kind === 'department' && filesAnnualReport);
    expect(missing).toHaveLength(obliged.length - 2);
  });

  it('leave a note with the table that was filled in from them, also in what is sealed', async () => {
    const note = { at: '2021-02-01T02:00:00.000Z', filed: 2, missing: ['某局'] };
    const { revision, content: kept } = await saved(content({ summed: { table3: note } }));
    expect(kept.summed).toEqual({ table3: note });
    expect((await publish(revision, '按部门汇总更正')).status).toBe(201);
    const sealed = await bench.anonymous('GET', `/annual-reports/${year}/3/sealed.json`);
    expect(await sealed.json()).toMatchObject({ summed: { table3: note } });
  });
});

describe('a published report as a file', () => {
  const folder = temporaryFolder('city-reports');
  const bytesOf = async (format: string) => {
    const response = await bench.anonymous('GET', `/annual-reports/${year}/2/report.${format}`);
    expect(response.status).toBe(200);
    return new Uint8Array(await response.arrayBuffer());
  };
  const file = async (format: string) => {
    const path = join(folder, `report.${format}`);
    await writeFile(path, await bytesOf(format));
    return path;
  };

  it.each(['html', 'docx', 'xlsx', 'json'])(
    '%s holds against every check of the command line',
    async (format) => {
      const args = ['check-report', await file(format), '--unit-kind', 'city', '--json'];
      const { code, stdout, stderr } = await gongpingHere(args);
      const { findings, summary } = JSON.parse(stdout) as {
        findings: { check: string; status: string; message: string }[];
        summary: Record<string, number>;
      };
      expect(findings.filter(({ status }) => status === 'fail' || status === 'warning')).toEqual([]);
      expect(summary['pass'], stderr).toBeGreaterThan(50);
      expect(code).toBe(0);
    },
  );

  it.each(['html', 'docx', 'xlsx'])('%s is read back to the numbers of the JSON', async (format) => {
    const json = JSON.parse(new TextDecoder().decode(await bytesOf('json'))) as AnnualReport;
    const { report } = await readReportFile(await file(format));
    const { table2, table3, table4 } = json;
    expect(report).toMatchObject({ table2, table3, table4 });
    expect(report.unit.name).toBe('某某市人民政府');
  });

  it('says the same in Word and PDF as in JSON', async () => {
    const json = JSON.parse(new TextDecoder().decode(await bytesOf('json'))) as AnnualReport;
    const word = (await mammoth.extractRawText({ buffer: Buffer.from(await bytesOf('docx')) })).value;
    const { text } = await extractText(await getDocumentProxy(await bytesOf('pdf')), { mergePages: true });
    const even = (words: string) => words.replaceAll(/\s/g, '');
    for (const said of Object.values(json.text).flatMap((section) => section.split('\n'))) {
      expect(even(word)).toContain(even(said));
      expect(even(text)).toContain(even(said));
    }
    expect(even(text)).toContain('2020年度县市区政务公开评估结果');
  });
});
