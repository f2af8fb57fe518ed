import type { AnnualReport } from '@gongping/annual-report';
import type { Problem, ReportVersion, UnitReport } from '@gongping/contracts';
import { schema } from '@gongping/db';
import { reportWorkbook } from '@gongping/report-files';
import { inArray } from 'drizzle-orm';
import { createHash } from 'node:crypto';
import { platform } from 'node:os';
import { beforeAll, describe, expect, it } from 'vitest';
import { district, faultyTable, suqian } from '../golden/support/annual-report.ts';
import { rawZip, type RawEntry } from '../golden/support/raw-zip.ts';
import { docxFile, docxParts, htmlPage, xlsxFile } from '../golden/support/report-files.ts';
import { printedReport } from '../golden/support/report-tables.ts';
import { useBench, type Person } from '../support/app.ts';
import { onPostgres } from '../support/database.ts';
import { measured } from '../support/started-processes.ts';
import { asJson, quietReport, uploadAndFile, uploadReport } from '../support/filed-reports.ts';
import { createRound, type Round } from '../support/round.ts';

const bench = useBench();
let round: Round;
let liaison: Person;

beforeAll(async () => {
  bench.clock.now = new Date('2025-03-10T02:00:00Z');
  round = await createRound(bench);
  ({ liaison } = round);
});

/** Units here are counties and departments, which have no 规章; a city has. */
const asCounty = (report: AnnualReport): AnnualReport => ({
  ...report,
  unit: { name: '荷塘区', kind: 'county' },
  title: `荷塘区${report.year}年政府信息公开工作年度报告`,
  table2: { ...report.table2, rules: [0, 0, 0] },
});
const published = (year: 2023 | 2024) => asCounty(suqian(year));
const bytesOf = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);
const files = {
  json: (report: AnnualReport) => asJson(report),
  html: (report: AnnualReport) => htmlPage(printedReport(report)),
  docx: (report: AnnualReport) => bytesOf(docxFile(printedReport(report))),
  xlsx: (report: AnnualReport) => bytesOf(xlsxFile(printedReport(report))),
} as const;
const failing = ({ findings }: ReportVersion) =>
  findings.filter(({ status }) => status === 'fail').map(({ check, where }) => `${check} ${where}`);

/** A process of its own reads a file before any database is asked: that one is stored is tried on both, every kind on one. */
const formats = onPostgres() ? (['json', 'html', 'docx', 'xlsx'] as const) : (['xlsx'] as const);

describe.each(formats)('a published report as .%s', (format) => {
  const file = (year: 2023 | 2024) => ({
    unit: 'C01',
    year,
    name: `年报 ${year}.${format}`,
    bytes: files[format](published(year)),
  });

  it('is filed, and nothing is said against a clean one', async () => {
    const filed = await uploadAndFile(liaison, file(2023));
    expect(filed).toMatchObject({
      how: 'upload',
      edited: false,
      source: { filename: `年报 2023.${format}` },
    });
    expect(failing(filed)).toEqual([]);
    expect(filed.summary.warning).toBe(0);
    expect(filed.content.table3['R1']).toEqual(published(2023).table3['R1']);
    expect(filed.source?.unread).toEqual([]);
  });

  it('with three contradictions is told all three, and no other', async () => {
    const filed = await uploadAndFile(liaison, file(2024));
    expect(failing(filed)).toEqual([
      'S2 text 1 / 收到和办理 / 增长',
      'S2 text 1 / 行政复议',
      'S2 text 1 / 行政诉讼',
    ]);
  });

  it('comes back as it was sent', async () => {
    const { bytes } = file(2023);
    const path = '/unit-reports/C01/2023';
    const { versions } = (await (await liaison.call('GET', path)).json()) as UnitReport;
    const version = versions[0]?.version;
    const sent = await round.evaluator.call('GET', `${path}/versions/${version}/file`);
    expect(sent.headers.get('content-disposition')).toMatch(/^attachment;.*filename\*=UTF-8''/);
    expect(sent.headers.get('x-content-type-options')).toBe('nosniff');
    const digest = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');
    expect(digest(new Uint8Array(await sent.arrayBuffer()))).toBe(digest(bytes));
  });
});

describe('other published figures', () => {
  it('two sums that do not hold are named, and nothing else that is decidable', async () => {
    const bytes = asJson({ ...faultyTable(), unit: { name: '天元区', kind: 'county' } });
    const filed = await uploadAndFile(round.organiser, { unit: 'C04', year: 2023, name: '表三.json', bytes });
    expect(failing(filed)).toEqual(['H1 table3 / 自然人', 'H1 table3 / 总计']);
  });

  it('shares that follow from their numbers are told to be right, one altered to be wrong', async () => {
    const { report, printed } = district();
    const shares = async (words: string) => {
      const bytes = asJson({ ...report, unit: { name: '天元区', kind: 'county' }, text: { 1: words } });
      const filed = await uploadAndFile(round.organiser, {
        unit: 'C04',
        year: 2022,
        name: '正文.json',
        bytes,
      });
      return filed.findings.filter(({ where }) => where.endsWith('占比')).map(({ status }) => status);
    };
    const told = report.text[1] ?? '';
    expect(await shares(told)).toEqual(printed.map(() => 'pass'));
    expect((await shares(told.replace('86.92', '68.92')))[0]).toBe('fail');
  });
});

describe('a file that was read', () => {
  it('changes nothing before somebody takes it over, and can be left', async () => {
    const path = '/unit-reports/C01/2022';
    const bytes = files.json({
      ...published(2023),
      year: 2022,
      title: '荷塘区2022年政府信息公开工作年度报告',
    });
    const sent = (await (
      await uploadReport(liaison, { unit: 'C01', year: 2022, name: 'a.json', bytes })
    ).json()) as UnitReport;
    expect(sent.reading?.content.table3['R1']).toEqual(published(2023).table3['R1']);
    expect(sent.draft).toMatchObject({ revision: 0, source: null });
    const early = { expectedRevision: 0, reason: '' };
    const empty = await liaison.call('POST', `${path}/versions`, early);
    expect(((await empty.json()) as Problem).code).toBe('report-empty');
    expect((await liaison.call('DELETE', `${path}/reading`)).status).toBe(204);
    const { reading } = (await (await liaison.call('GET', path)).json()) as UnitReport;
    expect(reading).toBeNull();
    const gone = { expectedRevision: 0, sha256: sent.reading?.sha256 };
    expect((await liaison.call('POST', `${path}/reading/adoption`, gone)).status).toBe(409);
  });

  it('is not kept once nothing refers to it', async () => {
    const digests: string[] = [];
    for (const received of [3, 4]) {
      const bytes = asJson({ ...quietReport(2021, { received }), year: 2021 });
      const sent = await uploadReport(liaison, { unit: 'C01', year: 2021, name: 'a.json', bytes });
      digests.push(((await sent.json()) as UnitReport).reading?.sha256 ?? '');
    }
    const { files: table } = schema;
    const kept = await bench.database.db.select().from(table).where(inArray(table.sha256, digests));
    expect(kept.map(({ sha256 }) => sha256)).toEqual([digests[1]]);
  });

  it('tells what could not be read, and where every number was found', async () => {
    const wanted = String(published(2024).table3['R1']?.[0]);
    const parts = printedReport(published(2024)).map((part) =>
      typeof part === 'string'
        ? part
        : part.map((row) => row.map((cell) => (cell.text === wanted ? { ...cell, text: '三千' } : cell))),
    );
    const bytes = bytesOf(docxFile(parts));
    const sent = await uploadReport(liaison, { unit: 'C01', year: 2024, name: '年报.docx', bytes });
    const { reading } = (await sent.json()) as UnitReport;
    expect(reading?.unread.map(({ message }) => message)).toContain('“三千”不是数字，按空白处理。');
    const first = reading?.found.find(({ table, row }) => table === 'table3' && row === 'R1');
    expect(first?.place.zh).toMatch(/第 \d+ 个?表/);
  });

  it('of another year belongs elsewhere', async () => {
    const file = { unit: 'C01', year: 2023, name: 'a.html', bytes: files.html(published(2024)) };
    const response = await uploadReport(liaison, file);
    const { code, detail } = (await response.json()) as Problem;
    expect([response.status, code]).toEqual([422, 'report-other-year']);
    expect(detail).toContain('2024 年的年度报告，这里要提交的是 2023 年');
  });

  it('and changed by hand says so', async () => {
    const path = '/unit-reports/C01/2020';
    const content = quietReport(2020);
    const bytes = asJson({ ...content, year: 2020 });
    await uploadAndFile(liaison, { unit: 'C01', year: 2020, name: 'a.json', bytes });
    const { draft } = (await (await liaison.call('GET', path)).json()) as UnitReport;
    const text = { ...content.text, 6: '另有说明。' };
    const written = await liaison.call('PUT', `${path}/draft`, {
      expectedRevision: draft?.revision,
      content: { ...draft?.content, text },
      url: null,
      publishedOn: null,
    });
    const revision = ((await written.json()) as UnitReport).draft?.revision;
    const filed = await liaison.call('POST', `${path}/versions`, {
      expectedRevision: revision,
      reason: '补充',
    });
    expect(await filed.json()).toMatchObject({ how: 'upload', edited: true, version: 2 });
  });

  it('the form as a workbook is filled in and comes back', async () => {
    const response = await round.organiser.call('GET', '/unit-reports/C04/2024/workbook.xlsx');
    const template = new Uint8Array(await response.arrayBuffer());
    const file = { unit: 'C04', year: 2024, name: '表样.xlsx', bytes: template };
    const sent = await uploadReport(round.organiser, file);
    expect(sent.status, await sent.clone().text()).toBe(200);
    const filled = bytesOf(
      await reportWorkbook({ ...published(2024), unit: { name: '天元区', kind: 'county' } }),
    );
    const filed = await uploadAndFile(round.organiser, { ...file, bytes: filled });
    expect(filed.content.table3).toEqual(published(2024).table3);
  });
});

const document: RawEntry[] = [
  ...docxParts('<w:p><w:r><w:t>2023年政府信息公开工作年度报告</w:t></w:r></w:p>'),
].map(([name, content]) => ({ name, content }));
const withEntry = (entry: RawEntry): Buffer => rawZip([...document, entry]);
const zeros = (megabytes: number): Uint8Array => new Uint8Array(megabytes * 1024 * 1024);
/** Compound File Binary Format with a stream of this name. */
const compound = (stream: string): Buffer =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(1024),
    Buffer.from(stream, 'utf16le'),
  ]);

// Refused before any database is asked, so on one.
describe.runIf(onPostgres())(
  'a file that is spoiled, locked or made to deceive is refused in a sentence',
  () => {
    it.each<[string, string, string | Uint8Array, RegExp]>([
      ['cut off', '年报.docx', rawZip(document).subarray(0, 300), /文档无法读取|已损坏/],
      ['with a password', '年报.docx', compound('EncryptedPackage'), /设有密码/],
      ['encrypted as a zip', '年报.docx', rawZip(document.map((entry) => ({ ...entry, flags: 1 }))), /加密/],
      ['with macros', '年报.docx', withEntry({ name: 'word/vbaProject.bin', content: 'x' }), /带有宏/],
      ['a zip bomb', '年报.docx', withEntry({ name: 'word/media/a.png', content: zeros(64) }), /炸弹|压缩/],
      [
        'a bomb that hides its size',
        '年报.docx',
        rawZip(document.map((entry) => ({ ...entry, content: zeros(64), declaredSize: 1000 }))),
        /已损坏/,
      ],
      ['a workbook with a password', '年报.xlsx', compound('EncryptedPackage'), /密码/],
      [
        'a workbook that is a bomb',
        '年报.xlsx',
        rawZip([...document.slice(0, 1), { name: 'xl/worksheets/sheet1.xml', content: zeros(64) }]),
        /炸弹|压缩/,
      ],
      ['a page of tags', '年报.html', '<p>2023年度报告</p>' + '<i></i>'.repeat(600_000), /标签|标记/],
      ['no JSON', '年报.json', '{"year": 2023,', /JSON/],
      ['a PDF', '年报.pdf', '%PDF-1.7', /PDF/],
      ['something else', '年报.exe', 'MZ', /不是可读取的年度报告/],
      ['empty', '年报.docx', '', /docx/],
    ])('%s', { timeout: 20_000 }, async (_name, name, content, sentence) => {
      const bytes = typeof content === 'string' ? content : bytesOf(content);
      const file = { unit: 'C01', year: 2023, name, bytes };
      const { value, seconds, megabytes } = await measured(() => uploadReport(liaison, file));
      const { code, detail } = (await value.json()) as Problem;
      expect([value.status, code]).toEqual([422, 'report-unreadable']);
      expect(detail).toMatch(sentence);
      // What the person calls the file, not where it was read.
      expect(detail).not.toMatch(/gongping-report|\/tmp|report\.docx/);
      if (platform() !== 'linux') return;
      expect(megabytes).toBeLessThan(200);
      // Of the processor: what else the machine does while tests run is not the file's fault.
      expect(seconds).toBeLessThan(2);
    });

    it('larger than 32 MB is refused before it is read', async () => {
      const form = new FormData();
      form.set('file', new File([zeros(33) as Uint8Array<ArrayBuffer>], '年报.docx'));
      const response = await liaison.call('POST', '/unit-reports/C01/2023/reading', form);
      expect([response.status, ((await response.json()) as Problem).code]).toEqual([413, 'report-too-large']);
      // One that says that it has 200 MB is not even waited for.
      const announced = await bench.app.request('/api/v1/unit-reports/C01/2023/reading', {
        method: 'POST',
        headers: {
          'sec-fetch-site': 'same-origin',
          'content-type': 'multipart/form-data; boundary=x',
          'content-length': String(200 * 1024 * 1024),
          cookie: liaison.cookie,
        },
        body: new ReadableStream({ pull: () => new Promise(() => undefined) }),
        duplex: 'half',
      } as RequestInit);
      expect(announced.status).toBe(413);
    });

    it('whoever is not the unit’s is refused before the form is read', async () => {
      const file = { unit: 'C01', year: 2023, name: 'a.json', bytes: '{}' };
      expect((await uploadReport(round.evaluator, file)).status).toBe(403);
      expect((await uploadReport(liaison, { ...file, unit: 'C04' })).status).toBe(404);
    });
  },
);
