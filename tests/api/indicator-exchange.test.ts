import type { Problem } from '@gongping/contracts';
import { schema } from '@gongping/db';
import { zipBundle } from '@gongping/bundle';
import { csvFiles, xlsxWorkbook, type Table } from '@gongping/tables';
import { exportSystem } from '@gongping/api';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useBench, type Person } from '../support/app.ts';
import { onPostgres } from '../support/database.ts';
import { draftOf, edit, onlyTemplate, versions } from '../support/drafts.ts';
import { edited, media, type Medium } from '../support/exchanged-tables.ts';
import { rowAt, spoiledSystems } from '../support/spoiled-systems.ts';

const bench = useBench();
let organiser: Person;
let frozenId: string;
let template: Record<Medium, readonly Table[]>;

const startAnew = async () => {
  ({ organiser, frozenId } = await onlyTemplate(bench));
};
beforeAll(async () => {
  await startAnew();
  template = {
    workbook: await exportSystem(bench.database.db, 'zhuzhou-2020', 'workbook'),
    csv: await exportSystem(bench.database.db, 'zhuzhou-2020', 'csv'),
  };
});

const endings = { workbook: 'xlsx', csv: 'zip' } as const;

async function downloaded(id: string, medium: Medium): Promise<Buffer<ArrayBuffer>> {
  const response = await organiser.call('GET', `/indicator-systems/${id}/tables.${endings[medium]}`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-disposition')).toContain(`.${endings[medium]}"`);
  return Buffer.from(await response.arrayBuffer());
}

async function upload(bytes: Uint8Array<ArrayBuffer> | string, name: string): Promise<Response> {
  const form = new FormData();
  form.set('file', new File([bytes], name));
  return organiser.call('POST', '/indicator-systems/imports', form, { 'accept-language': 'zh' });
}

async function fileOf(tables: readonly Table[], medium: Medium): Promise<Uint8Array<ArrayBuffer>> {
  return medium === 'workbook' ? xlsxWorkbook(tables) : zipBundle(csvFiles(tables));
}

async function problemOf(response: Response): Promise<Problem> {
  const problem = (await response.json()) as Problem;
  expect(problem, JSON.stringify(problem)).toMatchObject({ status: 422, code: 'tables-invalid' });
  return problem;
}

describe('a version through its file', () => {
  beforeEach(startAnew);

  it.each(media)('is the same version when nothing was changed (%s)', async (medium) => {
    const response = await upload(await downloaded(frozenId, medium), `system.${endings[medium]}`);
    expect(await response.json()).toEqual({ id: frozenId, code: 'zhuzhou-2020', version: 1, created: false });
    expect(await versions(organiser)).toHaveLength(1);
  });

  it.each(media)('comes back byte for byte as a draft of its own (%s)', async (medium) => {
    const draft = await draftOf(organiser, frozenId);
    await edit(organiser, draft, { op: 'retire', code: 'B1' });
    const bytes = await downloaded(draft, medium);
    expect((await organiser.call('DELETE', `/indicator-systems/${draft}`)).status).toBe(204);
    const made = (await (await upload(bytes, `x.${endings[medium]}`)).json()) as { id: string };
    expect(made).toMatchObject({ version: 2, created: true });
    expect((await downloaded(made.id, medium)).equals(bytes)).toBe(true);
    expect((await versions(organiser)).map(({ frozenAt }) => frozenAt === null)).toEqual([true, false]);
  });

  it('is told in the log by who did it', async () => {
    const tables = edited(template.workbook, [{ table: 'system', row: 2, column: 'title', text: '另一个' }]);
    expect((await upload(await fileOf(tables, 'workbook'), 'a.xlsx')).status).toBe(200);
    const log = await bench.database.db
      .select()
      .from(schema.auditEntries)
      .orderBy(schema.auditEntries.sequence);
    expect(log.at(-1)).toMatchObject({ action: 'indicator-system.import', actorId: organiser.id });
  });
});

describe('a spoiled file', () => {
  beforeAll(startAnew);

  // All mistakes are tried where tables are read (import-export-indicators.test.ts). Here every tenth goes the whole way,
  // on one database: a process of its own reads the file, before any database is asked.
  const sample = spoiledSystems.filter((_mistake, at) => at % 10 === 0);
  it.runIf(onPostgres()).each(sample)(
    '%s: names sheet, row and column; nothing is imported',
    async (_title, at, column, text, told = {}) => {
      const tables = template.workbook;
      const where = told.at ?? at;
      const shape = tables.find((table) => table.shape.name === where[0])?.shape;
      const place = shape?.columns.findIndex(({ name }) => name === (told.column ?? column)) ?? -1;
      const edits = [{ table: at[0], row: rowAt(tables, at), column, text }];
      const bytes = await fileOf(edited(tables, edits), 'workbook');
      const { cells = [] } = await problemOf(await upload(bytes, '指标体系.xlsx'));
      // In CSV a clause begins on a later line than in a workbook, where a row is a row.
      const row = told.row === undefined ? rowAt(tables, where) : told.row - 1;
      expect(cells.map((cell) => [cell.sheet, cell.row, cell.column])).toContainEqual([
        shape?.label,
        row,
        `${String.fromCharCode(65 + place)}（${shape?.columns[place]?.label}）`,
      ]);
      for (const { message } of cells) expect(message).toMatch(/\p{Script=Han}/u);
      expect(await versions(organiser)).toHaveLength(1);
      expect(await bench.database.db.$count(schema.indicators)).toBe(76);
    },
  );

  it.runIf(onPostgres())('is refused as a whole where it is no workbook, and says what to do', async () => {
    for (const [bytes, name] of [
      ['no workbook', 'a.xlsx'],
      ['', 'a.xlsx'],
      ['code\nA', 'a.csv'],
      ['%PDF-1.4', 'a.pdf'],
      ['PK\u0003\u0004', 'a.zip'],
      ['x', 'no ending'],
      ['x', '../../etc/passwd.xlsx'],
    ] as const) {
      const { cells = [] } = await problemOf(await upload(bytes, name));
      expect(cells).toHaveLength(1);
      expect(cells[0]?.message).toMatch(/\p{Script=Han}/u);
    }
    expect(await versions(organiser)).toHaveLength(1);
  });

  it('is refused where it has more than 8 MB, or is no file', async () => {
    const large = await upload(new Uint8Array(8 * 1024 * 1024 + 100_000), 'a.xlsx');
    expect(large.status).toBe(413);
    const form = new FormData();
    form.set('file', 'text');
    expect((await organiser.call('POST', '/indicator-systems/imports', form)).status).toBe(422);
  });
});

// No database is asked.
describe.runIf(onPostgres())('reading a file', () => {
  it('leaves the event loop free', async () => {
    // 60,000 rows that are all wrong: seconds of work.
    const tables = template.csv;
    const rows = Array.from({ length: 60_000 }, (_, n) => [
      'A1-1',
      'level',
      `code-${n}`,
      '',
      '',
      '9',
      '',
      '',
    ]);
    const long = tables.map((table) => (table.shape.name === 'rule_items' ? { ...table, rows } : table));
    const bytes = await fileOf(long, 'csv');
    const before = performance.eventLoopUtilization();
    const { cells = [], detail } = await problemOf(await upload(bytes, 'long.zip'));
    const { utilization } = performance.eventLoopUtilization(before);
    expect(cells).toHaveLength(500);
    expect(detail).toMatch(/\d{6}/);
    // Of the time that it took, so that a busy machine changes nothing.
    expect(utilization).toBeLessThan(0.5);
  });

  it('is for no more than two at a time', async () => {
    const bytes = await downloaded(frozenId, 'workbook');
    const responses = await Promise.all([1, 2, 3].map(() => upload(bytes, 'a.xlsx')));
    expect(responses.map(({ status }) => status).toSorted()).toEqual([200, 200, 429]);
  });
});
