import { schema } from '@gongping/db';
import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useBench } from '../support/app.ts';
import {
  captured,
  clearEvidence,
  expectNothingStored,
  officeFile,
  pdf,
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
const link = { title: '专栏首页', url: 'https://example.gov.cn/zwgk?x=1', capturedAt: captured };
const upload = (file: Upload = {}) =>
  post(bench, round.evaluator, { path: `${own}/files`, body: uploadForm(file) });

beforeAll(async () => {
  round = await createScoringRound(bench);
});

beforeEach(async () => {
  const { db } = bench.database;
  await clearEvidence(db);
  await db.update(schema.assessments).set({ phase: 'scoring' }).where(eq(schema.assessments.id, round.id));
});

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
    await expectNothingStored(bench.database.db);
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
    await expectNothingStored(bench.database.db);
  });
});

describe('POST evidence/copies', () => {
  const copy = async (to: string, evidenceId: unknown, by = round.evaluator) => {
    const response = await by.call('POST', `${to}/copies`, { evidenceId });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };

  it('uses a file for another leaf of the unit: stored once, and each goes its own way', async () => {
    const { body: first } = await upload();
    const second = await copy(cell('C01', 'A1-2'), first['id']);
    expect(second).toMatchObject({
      status: 201,
      body: { sha256: first['sha256'], filename: '年报.pdf', capturedAt: '2020-10-12T01:30:00.000Z' },
    });
    expect(second.body['id']).not.toBe(first['id']);
    expect(await bench.database.db.select().from(schema.files)).toHaveLength(1);
    const path = (id: unknown) => `/assessments/2020/evidence/${String(id)}`;
    expect((await round.evaluator.call('DELETE', path(first['id']))).status).toBe(204);
    expect((await round.evaluator.call('GET', `${path(second.body['id'])}/file`)).status).toBe(200);
  });

  it('answers with what is there where the same was put there before', async () => {
    const { body: first } = await upload();
    const once = await copy(cell('C01', 'A1-2'), first['id']);
    expect(await copy(cell('C01', 'A1-2'), first['id'])).toEqual(once);
    expect(await bench.database.db.select().from(schema.evidence)).toHaveLength(2);
  });

  it('answers 404 for a piece of another unit, of a cell of somebody else, and that is not there', async () => {
    const { body: first } = await upload();
    expect((await copy(cell('C02', 'A1-1'), first['id'])).status).toBe(404);
    expect((await copy(cell('C01', 'B-1'), first['id'], round.colleague)).status).toBe(404);
    expect((await copy(own, '01900000-0000-7000-8000-000000000001')).status).toBe(404);
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
    const { body } = await upload({ bytes: officeFile('wordprocessingml.document'), name: 'a.docx' });
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
