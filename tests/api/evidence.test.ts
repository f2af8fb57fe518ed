import { schema } from '@gongping/db';
import { eq } from 'drizzle-orm';
import { strToU8, zipSync } from 'fflate';
import { createHash } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { useBench, type Person } from '../support/app.ts';
import { onPostgres } from '../support/database.ts';
import { createScoringRound, type ScoringRound } from '../support/scoring-round.ts';

const bench = useBench();
let round: ScoringRound;
const cell = (unit: string, indicator: string) =>
  `/assessments/2020/score-sheets/${unit}/scores/${indicator}/evidence`;
const own = cell('C01', 'A1-1');
const captured = '2020-10-12T09:30:00+08:00';
const link = { title: '专栏首页', url: 'https://example.gov.cn/zwgk?x=1', capturedAt: captured };

beforeAll(async () => {
  round = await createScoringRound(bench);
});

beforeEach(async () => {
  const { db } = bench.database;
  await db.delete(schema.evidence);
  await db.delete(schema.files);
  await db.update(schema.assessments).set({ phase: 'scoring' }).where(eq(schema.assessments.id, round.id));
});

const pdf = (size = 0) => Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(size, 'x')]);
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const office = (main: string) =>
  Buffer.from(
    zipSync({
      '[Content_Types].xml': strToU8(
        `<Types><Override PartName="/x.xml" ContentType="application/vnd.openxmlformats-officedocument.${main}.main+xml"/></Types>`,
      ),
    }),
  );

interface Upload {
  bytes?: Uint8Array<ArrayBuffer>;
  name?: string;
  type?: string;
  title?: string;
  capturedAt?: string;
}

function form({ bytes = pdf(), name = '年报.pdf', type = 'application/pdf', ...fields }: Upload): FormData {
  const data = new FormData();
  data.set('file', new File([bytes], name, { type }));
  data.set('title', fields.title ?? '年度报告');
  data.set('capturedAt', fields.capturedAt ?? captured);
  return data;
}

async function send(person: Person, path: string, body: FormData | ReadableStream<Uint8Array> | string, headers: Record<string, string> = {}) {
  const response = await bench.app.request(`/api/v1${path}`, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin', cookie: person.cookie, ...headers },
    body,
    duplex: 'half',
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

const upload = (upload: Upload = {}, path = own) => send(round.evaluator, `${path}/files`, form(upload));

async function expectNothingStored(): Promise<void> {
  const { db } = bench.database;
  expect(await db.select().from(schema.evidence)).toEqual([]);
  expect(await db.select().from(schema.files)).toEqual([]);
  expect(await db.select().from(schema.fileChunks)).toEqual([]);
}

describe('POST evidence/links', () => {
  it('adds a link to the score, audited', async () => {
    const response = await round.evaluator.call('POST', `${own}/links`, link);
    expect(response.status).toBe(201);
    const added = (await response.json()) as { id: string };
    expect(added).toMatchObject({
      kind: 'link',
      ...link,
      capturedAt: '2020-10-12T01:30:00.000Z',
      size: null,
    });
    const sheet = await round.reviewer.call('GET', '/assessments/2020/score-sheets/C01');
    expect(await sheet.json()).toMatchObject({ scores: [{ evidence: [added] }, {}, {}, {}, {}] });
    const log = await round.organiser.call('GET', '/assessments/2020/audit?limit=1');
    expect(await log.json()).toMatchObject({
      entries: [{ action: 'evidence.add', subject: 'evidence C01/A1-1', after: { id: added.id } }],
    });
  });

  it.each([
    ['a script', { ...link, url: 'javascript:alert(1)' }, 'url'],
    ['a file of the machine', { ...link, url: 'file:///etc/passwd' }, 'url'],
    ['no title', { ...link, title: ' ' }, 'title'],
    [
      'a moment later than five minutes from now',
      { ...link, capturedAt: '2020-10-12T02:05:01Z' },
      'capturedAt',
    ],
  ])('refuses %s', async (_what, body, path) => {
    const response = await round.evaluator.call('POST', `${own}/links`, body);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: 'invalid-input', errors: [{ path }] });
    await expectNothingStored();
  });

  it('allows for clocks that are five minutes apart', async () => {
    const body = { ...link, capturedAt: '2020-10-12T02:05:00Z' };
    expect((await round.evaluator.call('POST', `${own}/links`, body)).status).toBe(201);
  });

  it('answers 404 for a cell of somebody else, 403 to people who do not score, 409 once scoring is closed', async () => {
    for (const path of [cell('C01', 'B-1'), cell('D01', 'A1-1'), cell('Z99', 'A1-1')])
      expect((await round.evaluator.call('POST', `${path}/links`, link)).status).toBe(404);
    expect((await round.reviewer.call('POST', `${own}/links`, link)).status).toBe(403);
    await bench.database.db.update(schema.assessments).set({ phase: 'final' });
    const closed = await round.evaluator.call('POST', `${own}/links`, link);
    expect(await closed.json()).toMatchObject({ status: 409, code: 'wrong-phase' });
    await expectNothingStored();
  });
});

describe('POST evidence/files', () => {
  it.each([
    ['PNG', png, 'image/png', 'png'],
    ['JPEG', Buffer.from('ffd8ffe000104a4649460001', 'hex'), 'image/jpeg', 'jpg'],
    ['WebP', Buffer.from('RIFF\u0024\0\0\0WEBPVP8 ', 'latin1'), 'image/webp', 'webp'],
    ['PDF', pdf(), 'application/pdf', 'pdf'],
    [
      'DOCX',
      office('wordprocessingml.document'),
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'docx',
    ],
    [
      'XLSX',
      office('spreadsheetml.sheet'),
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'xlsx',
    ],
  ])(
    'takes %s by what the bytes show, whatever the sender calls it',
    async (_kind, bytes, mediaType, ending) => {
      const { status, body } = await upload({ bytes, name: '材料', type: 'text/html' });
      expect(status).toBe(201);
      expect(body).toMatchObject({
        kind: 'file',
        mediaType,
        filename: `材料.${ending}`,
        size: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      });
    },
  );

  it.each([
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a drawing that can hold scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)])],
    ['an archive', Buffer.from(zipSync({ 'a.txt': strToU8('a') }))],
    ['a document with macros', office('ms-word.document.macroEnabled')],
  ])('refuses %s under an innocent name, and stores nothing', async (_what, bytes) => {
    const { status, body } = await upload({ bytes, name: '年报.pdf', type: 'application/pdf' });
    expect(status).toBe(415);
    expect(body['code']).toBe('file-type');
    expect(body['detail']).toMatch(/^不能上传.+文件。佐证/u);
    await expectNothingStored();
  });

  it('takes 20 MB and refuses a byte more', async () => {
    const limit = 20 * 1024 * 1024;
    const head = pdf().length;
    expect((await upload({ bytes: pdf(limit - head) })).status).toBe(201);
    const { db } = bench.database;
    expect(await db.$count(schema.fileChunks)).toBe(80);
    await db.delete(schema.evidence);
    await db.delete(schema.files);
    const { status, body } = await upload({ bytes: pdf(limit - head + 1) });
    expect(status).toBe(413);
    expect(body['code']).toBe('file-too-large');
    await expectNothingStored();
  });

  it('refuses by the announced length without reading', async () => {
    let pulled = 0;
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          pulled += 1;
          controller.enqueue(new Uint8Array(1024));
        },
      },
      { highWaterMark: 0 },
    );
    const type = 'multipart/form-data; boundary=x';
    const announced = { 'content-type': type, 'content-length': '30000000' };
    expect((await send(round.evaluator, `${own}/files`, body, announced)).status).toBe(413);
    expect(pulled).toBe(0);
  });

  it('stops reading an endless body soon after the limit', async () => {
    let sent = 0;
    const piece = new Uint8Array(1024 * 1024);
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += piece.length;
        controller.enqueue(piece);
      },
    });
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    expect((await send(round.evaluator, `${own}/files`, body, headers)).status).toBe(413);
    expect(sent).toBeLessThan(24 * 1024 * 1024);
    await expectNothingStored();
  });

  it('reads nothing of people who may not send it', async () => {
    const body = new ReadableStream<Uint8Array>(
      {
        pull() {
          throw new Error('was read');
        },
      },
      { highWaterMark: 0 },
    );
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    expect((await send(round.reviewer, `${own}/files`, body, headers)).status).toBe(403);
  });

  it('refuses what is no form, a broken form, a form without a file, an empty file', async () => {
    const json = await round.evaluator.call('POST', `${own}/files`, link);
    expect(await json.json()).toMatchObject({ status: 415, code: 'unsupported-media-type' });
    const type = { 'content-type': 'multipart/form-data; boundary=x' };
    expect((await send(round.evaluator, `${own}/files`, 'no parts', type)).status).toBe(400);
    const bare = form({});
    bare.set('file', 'a text');
    expect(await send(round.evaluator, `${own}/files`, bare)).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'file' }] },
    });
    expect(await upload({ bytes: Buffer.alloc(0) })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'file' }] },
    });
    await expectNothingStored();
  });

  it('stores the same bytes once', async () => {
    const bytes = pdf(600_000);
    await upload({ bytes });
    await upload({ bytes }, cell('C02', 'A1-1'));
    const { db } = bench.database;
    expect(await db.$count(schema.evidence)).toBe(2);
    expect(await db.$count(schema.files)).toBe(1);
    expect(await db.$count(schema.fileChunks)).toBe(3);
  });

  test.skipIf(!onPostgres())(
    'stores the same bytes once when they come twice at the same moment (the embedded database has one connection)',
    async () => {
      const bytes = pdf(600_000);
      const both = await Promise.all([upload({ bytes }), upload({ bytes }, cell('C02', 'A1-1'))]);
      expect(both.map(({ status }) => status)).toEqual([201, 201]);
      const { db } = bench.database;
      expect(await db.$count(schema.files)).toBe(1);
      expect(await db.$count(schema.fileChunks)).toBe(3);
    },
  );

  it('keeps nothing of a file when the evidence cannot be kept', async () => {
    const { db, pool } = bench.database;
    await pool.query(`alter table evidence add constraint refuse_all check (title <> '年度报告') not valid`);
    expect((await upload({ bytes: pdf(600_000) })).status).toBe(500);
    await pool.query('alter table evidence drop constraint refuse_all');
    await expectNothingStored();
    expect(await db.$count(schema.scores)).toBe(0);
  });

  it.each([
    ['../../etc/年报.pdf', '年报.pdf'],
    ['C:\\temp\\a\u0000b\u202Efdp.exe', 'abfdp.exe.pdf'],
    [`${'长'.repeat(300)}.PDF`, `${'长'.repeat(196)}.PDF`],
    ['...', 'evidence.pdf'],
  ])('keeps of the name %j only %j', async (name, kept) => {
    expect((await upload({ name })).body['filename']).toBe(kept);
  });
});

describe('GET evidence/{id}/file', () => {
  it('gives the bytes back as an attachment under their name', async () => {
    const bytes = pdf(700_000);
    const { body } = await upload({ bytes, name: "年报 'a'.pdf" });
    const path = `/assessments/2020/evidence/${String(body['id'])}/file`;
    const response = await round.reviewer.call('GET', path);
    expect(response.status).toBe(200);
    expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(bytes.length),
      'content-disposition':
        "attachment; filename=\"__ 'a'.pdf\"; filename*=UTF-8''%E5%B9%B4%E6%8A%A5%20%27a%27.pdf",
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox') as string,
    });
    const inline = await round.reviewer.call('GET', `${path}?inline=1`);
    expect(inline.headers.get('content-disposition')).toMatch(/^inline;/);
    await inline.body?.cancel();
  });

  it('never shows an office document inline', async () => {
    const { body } = await upload({ bytes: office('wordprocessingml.document'), name: 'a.docx' });
    const path = `/assessments/2020/evidence/${String(body['id'])}/file?inline=1`;
    const response = await round.evaluator.call('GET', path);
    expect(response.headers.get('content-disposition')).toMatch(/^attachment;/);
    await response.body?.cancel();
  });

  it('answers 404 for the file of a cell of somebody else, and for a link', async () => {
    const { body } = await upload();
    const path = `/assessments/2020/evidence/${String(body['id'])}`;
    expect((await round.colleague.call('GET', `${path}/file`)).status).toBe(404);
    expect((await round.colleague.call('DELETE', path)).status).toBe(404);
    const added = await round.evaluator.call('POST', `${own}/links`, link);
    const { id } = (await added.json()) as { id: string };
    expect((await round.evaluator.call('GET', `/assessments/2020/evidence/${id}/file`)).status).toBe(404);
  });
});

describe('DELETE evidence/{id}', () => {
  it('takes it off the score and keeps row and audit entry', async () => {
    const { body } = await upload();
    const path = `/assessments/2020/evidence/${String(body['id'])}`;
    expect((await round.organiser.call('DELETE', path)).status).toBe(403);
    expect((await round.evaluator.call('DELETE', path)).status).toBe(204);
    expect((await round.evaluator.call('DELETE', path)).status).toBe(404);
    expect((await round.evaluator.call('GET', `${path}/file`)).status).toBe(404);
    const { db } = bench.database;
    expect(await db.select().from(schema.evidence)).toMatchObject([{ removedAt: bench.clock.now }]);
    const log = await round.organiser.call('GET', '/assessments/2020/audit?limit=1');
    expect(await log.json()).toMatchObject({
      entries: [{ action: 'evidence.remove', before: { id: body['id'] } }],
    });
  });

  it('is refused once the scoring is closed', async () => {
    const { body } = await upload();
    await bench.database.db.update(schema.assessments).set({ phase: 'final' });
    const path = `/assessments/2020/evidence/${String(body['id'])}`;
    expect((await round.evaluator.call('DELETE', path)).status).toBe(409);
  });
});
