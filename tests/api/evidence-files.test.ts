import { schema } from '@gongping/db';
import { strToU8, zipSync } from 'fflate';
import { createHash } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { useBench } from '../support/app.ts';
import { onPostgres } from '../support/database.ts';
import {
  clearEvidence,
  expectNothingStored,
  officeFile,
  pdf,
  png,
  post,
  uploadForm,
  type Upload,
} from '../support/evidence-files.ts';
import { scorePath } from '../support/scoring-calls.ts';
import { createScoringRound, type ScoringRound } from '../support/scoring-round.ts';

const bench = useBench();
let round: ScoringRound;
const cell = (unit: string, indicator: string) => `${scorePath(unit, indicator)}/evidence`;
const own = cell('C01', 'A1-1');
const upload = (file: Upload = {}, path = own) =>
  post(bench, round.evaluator, { path: `${path}/files`, body: uploadForm(file) });

beforeAll(async () => {
  round = await createScoringRound(bench);
});

beforeEach(() => clearEvidence(bench.database.db));

describe('POST evidence/files', () => {
  it.each([
    ['PNG', png, 'image/png', 'png'],
    ['JPEG', Buffer.from('ffd8ffe000104a4649460001', 'hex'), 'image/jpeg', 'jpg'],
    ['WebP', Buffer.from('RIFF\u0024\0\0\0WEBPVP8 ', 'latin1'), 'image/webp', 'webp'],
    ['PDF', pdf(), 'application/pdf', 'pdf'],
    [
      'DOCX',
      officeFile('wordprocessingml.document'),
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'docx',
    ],
    [
      'XLSX',
      officeFile('spreadsheetml.sheet'),
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
    ['a document with macros', officeFile('ms-word.document.macroEnabled')],
  ])('refuses %s under an innocent name, and stores nothing', async (_what, bytes) => {
    const { status, body } = await upload({ bytes, name: '年报.pdf', type: 'application/pdf' });
    expect(status).toBe(415);
    expect(body['code']).toBe('file-type');
    expect(body['detail']).toMatch(/^不能上传.+文件。佐证/u);
    await expectNothingStored(bench.database.db);
  });

  it('takes 20 MB and refuses a byte more', async () => {
    const limit = 20 * 1024 * 1024;
    const head = pdf().length;
    expect((await upload({ bytes: pdf(limit - head) })).status).toBe(201);
    const { db } = bench.database;
    expect(await db.$count(schema.fileChunks)).toBe(80);
    await clearEvidence(db);
    const { status, body } = await upload({ bytes: pdf(limit - head + 1) });
    expect(status).toBe(413);
    expect(body['code']).toBe('file-too-large');
    await expectNothingStored(bench.database.db);
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
    expect(
      (await post(bench, round.evaluator, { path: `${own}/files`, body: body, headers: announced })).status,
    ).toBe(413);
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
    expect((await post(bench, round.evaluator, { path: `${own}/files`, body, headers })).status).toBe(413);
    expect(sent).toBeLessThan(24 * 1024 * 1024);
    await expectNothingStored(bench.database.db);
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
    expect((await post(bench, round.reviewer, { path: `${own}/files`, body, headers })).status).toBe(403);
  });

  it('refuses what is no form, a broken form, a form without a file, an empty file', async () => {
    const json = await round.evaluator.call('POST', `${own}/files`, {});
    expect(await json.json()).toMatchObject({ status: 415, code: 'unsupported-media-type' });
    const type = { 'content-type': 'multipart/form-data; boundary=x' };
    expect(
      (await post(bench, round.evaluator, { path: `${own}/files`, body: 'no parts', headers: type })).status,
    ).toBe(400);
    const bare = uploadForm({});
    bare.set('file', 'a text');
    expect(await post(bench, round.evaluator, { path: `${own}/files`, body: bare })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'file' }] },
    });
    expect(await upload({ bytes: Buffer.alloc(0) })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'file' }] },
    });
    await expectNothingStored(bench.database.db);
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
    await expectNothingStored(bench.database.db);
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
