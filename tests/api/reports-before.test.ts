import type { AnnualReport } from '@gongping/annual-report';
import type { CityReport, Problem, ReportVersion, UnitReport, UnitReportList } from '@gongping/contracts';
import { beforeAll, describe, expect, it } from 'vitest';
import { docxFile, htmlPage } from '../golden/support/report-files.ts';
import { printedReport } from '../golden/support/report-tables.ts';
import { useBench, type Person } from '../support/app.ts';
import { cityReportContent } from '../support/city-report.ts';
import { fileReport, quietReport, readReport, uploadAndFile } from '../support/filed-reports.ts';
import { createRound, type Round } from '../support/round.ts';

/** 22 of table 2, 23 × 7 of table 3, 15 of table 4, all of them filled in. */
const CELLS = 198;
const bench = useBench();
let round: Round;

// The platform's first round, of 2022, judges the reports of 2021.
beforeAll(async () => {
  bench.clock.now = new Date('2022-04-20T02:00:00Z');
  const settings = { year: 2022 };
  round = await createRound(bench, { settings });
});

const list = async (person: Person, year: number): Promise<UnitReportList> =>
  (await (await person.call('GET', `/unit-reports?year=${year}`)).json()) as UnitReportList;
const standOf = async (unit: string, year: number) =>
  (await list(round.organiser, year)).units.find((stand) => stand.unit.code === unit);
const statuses = ({ findings }: ReportVersion, check: string) => [
  ...new Set(findings.filter((finding) => finding.check === check).map(({ status }) => status)),
];

describe('the year before the first', () => {
  it('can be asked for, and nobody is late with it', async () => {
    const { years, archive } = await list(round.organiser, 2021);
    expect([years, archive]).toEqual([[2021, 2020], false]);
    expect((await list(round.liaison, 2021)).years).toContain(2020);
    expect((await standOf('C01', 2021))?.late).toEqual({ local: null, statutory: 20 });
    expect((await list(round.organiser, 2020)).archive).toBe(true);
    expect((await standOf('C01', 2020))?.late).toEqual({ local: null, statutory: null });
    expect((await readReport(round.liaison, 'C01', 2020)).archive).toBe(true);
  });

  it('leaves what compares years undecidable until it is filed, by the unit or by the organiser for it', async () => {
    const content = quietReport(2021, { carriedOver: 2 });
    const before = await fileReport(round.liaison, { unit: 'C01', year: 2021, content });
    expect([statuses(before, 'S1'), statuses(before, 'W1')]).toEqual([['undecidable'], ['undecidable']]);
    const last = { ...quietReport(2020, { carriedOn: 2 }), year: 2020 };
    const publishedOn = '2021-03-30';
    await fileReport(round.liaison, { unit: 'C01', year: 2020, content: last, publishedOn });
    expect(await standOf('C01', 2020)).toMatchObject({
      state: 'filed',
      filed: { publishedOn },
      late: { local: null, statutory: null },
    });
    const read = await round.liaison.call('GET', '/unit-reports/C01/2021/versions/1');
    expect(statuses((await read.json()) as ReportVersion, 'S1')).toEqual(['pass']);

    const page = htmlPage(
      printedReport({ ...last, form: 'v2019', unit: { name: '', kind: 'county' } } as AnnualReport),
    );
    const file = { unit: 'C04', year: 2020, name: '年报.html', bytes: page as string };
    expect((await uploadAndFile(round.organiser, file)).version).toBe(1);
    const fresh: UnitReport = await readReport(round.organiser, 'C04', 2021);
    // What last year carried on is filled in.
    expect(fresh.draft?.content.table3['R2']).toEqual([2, 0, 0, 0, 0, 0, 2]);
    expect((await standOf('C04', 2020))?.late).toEqual({ local: null, statutory: null });
  });

  it('is collected like any other once the place has set days for it', async () => {
    const days = { county: '2021-03-20', department: null };
    expect((await round.organiser.call('PUT', '/report-terms/2020', days)).status).toBe(200);
    expect((await list(round.organiser, 2020)).archive).toBe(false);
    const none = { county: null, department: null };
    expect((await round.organiser.call('PUT', '/report-terms/2020', none)).status).toBe(200);
    expect((await list(round.organiser, 2020)).archive).toBe(true);
  });
});

describe("the city's own report of last year", () => {
  const path = (year: number) => `/city-reports/${year}`;
  const view = async (year = 2021) =>
    (await (await round.organiser.call('GET', path(year))).json()) as CityReport;
  const { text, ...tables } = cityReportContent(2020);
  const published = {
    ...tables,
    form: 'v2019',
    year: 2020,
    unit: { name: '某某市人民政府', kind: 'city' },
    title: '某某市人民政府2020年政府信息公开工作年度报告',
    text: { ...text, 1: '2020年，新收政府信息公开申请6件。', 3: '' },
  } as AnnualReport;
  const send = (
    year: number,
    name: string,
    bytes: string | Uint8Array<ArrayBuffer>,
    publishedOn = '2021-03-30',
  ) => {
    const form = new FormData();
    form.set('file', new File([bytes], name));
    form.set('publishedOn', publishedOn);
    return round.organiser.call('POST', `${path(year)}/previous`, form);
  };
  const codeOf = async (response: Response) => [response.status, ((await response.json()) as Problem).code];

  it.each<[string, string, string | Uint8Array<ArrayBuffer>]>([
    ['a page', '年报.html', htmlPage(printedReport(published)) as string],
    ['a document', '年报.docx', docxFile(printedReport(published)) as Uint8Array<ArrayBuffer>],
    ['JSON', '年报.json', JSON.stringify(published)],
  ])('is taken from %s, fills what is carried over, and goes again', async (_kind, name, bytes) => {
    expect((await view()).previous).toBeNull();
    const response = await send(2021, name, bytes);
    expect(response.status, await response.clone().text()).toBe(200);
    const { previous } = (await response.json()) as CityReport;
    expect(previous).toMatchObject({
      year: 2020,
      form: 'v2019',
      archive: { publishedOn: '2021-03-30', filename: name, cells: CELLS, unread: 0 },
    });
    // The form of 2021 carries over what the year before carried on.
    expect(previous?.table3['R4']).toEqual([2, 0, 0, 0, 0, 0, 2]);
    // Nothing of it is published, nor listed as that year's.
    const { reports } = (await (await round.organiser.call('GET', '/annual-reports')).json()) as {
      reports: unknown[];
    };
    expect(reports).toEqual([]);
    const gone = await round.organiser.call('DELETE', `${path(2021)}/previous`);
    expect(((await gone.json()) as CityReport).previous).toBeNull();
  });

  it('holds this year to it: what does not agree keeps the report from being published', async () => {
    await send(2021, '年报.json', JSON.stringify(published));
    const content = cityReportContent(2021, {
      text: { ...cityReportContent(2021).text, 1: '依法公开。', 3: '' },
    });
    const saved = await round.organiser.call('PUT', `${path(2021)}/draft`, { expectedRevision: 0, content });
    const { revision } = (await saved.json()) as CityReport;
    const order = { expectedRevision: revision, reason: '' };
    const refused = await round.organiser.call('POST', `${path(2021)}/publications`, order);
    const { code, errors } = (await refused.json()) as Problem;
    // One is carried over; last year carried two on.
    expect([refused.status, code, errors?.map(({ path: field }) => field)]).toEqual([
      409,
      'report-not-ready',
      ['checks.S1 table3 / R2 / 自然人', 'checks.S1 table3 / R2 / 总计'],
    ]);
  });

  it('is replaced by a later file, and keeps where it came from when its year is written over', async () => {
    const again = await send(2021, '更正.json', JSON.stringify(published), '2021-03-31');
    expect(((await again.json()) as CityReport).previous?.archive?.filename).toBe('更正.json');
    const { revision, content } = await view(2020);
    await round.organiser.call('PUT', `${path(2020)}/draft`, { expectedRevision: revision, content });
    expect((await view()).previous?.archive?.filename).toBe('更正.json');
  });

  it('is refused in a sentence where it is another year’s, of a day to come, or nobody can read it', async () => {
    const other = JSON.stringify({
      ...published,
      year: 2021,
      form: 'v2021',
      table2: {},
      table3: {},
      table4: {},
    });
    expect(await codeOf(await send(2021, '年报.json', other))).toEqual([422, 'report-other-year']);
    expect(await codeOf(await send(2021, '年报.docx', 'PK'))).toEqual([422, 'report-unreadable']);
    expect(await codeOf(await send(2021, '年报.json', JSON.stringify(published), '2022-05-01'))).toEqual([
      422,
      'invalid-input',
    ]);
    expect(await codeOf(await send(2019, '年报.json', JSON.stringify(published)))).toEqual([
      404,
      'not-found',
    ]);
  });

  it('does not write over what somebody writes here', async () => {
    const content = cityReportContent(2022);
    await round.organiser.call('PUT', `${path(2022)}/draft`, { expectedRevision: 0, content });
    const file = JSON.stringify({
      ...published,
      form: 'v2021',
      year: 2022,
      table2: {},
      table3: {},
      table4: {},
    });
    expect(await codeOf(await send(2023, '年报.json', file))).toEqual([409, 'report-written-here']);
    expect((await round.organiser.call('DELETE', `${path(2023)}/previous`)).status).toBe(404);
  });
});
