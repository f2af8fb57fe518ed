import { schema } from '@gongping/db';
import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openLocalSite, type LocalSite } from '../../apps/api/src/outbound/local-site.fixture.ts';
import { useBench } from '../support/app.ts';
import { clearEvidence, expectNothingStored, pdf } from '../support/evidence-files.ts';
import { scorePath } from '../support/scoring-calls.ts';
import { createScoringRound, type ScoringRound } from '../support/scoring-round.ts';

let site: LocalSite;
const bench = useBench();
let round: ScoringRound;
const own = `${scorePath('C01', 'A1-1')}/evidence`;
const page = '<!doctype html><title>信息公开指南</title><p>第一条</p><p>第二条</p>';

beforeAll(async () => {
  site = await openLocalSite();
  bench.fetchExceptions.push({ address: '127.0.0.1', port: site.port });
  round = await createScoringRound(bench);
});
afterAll(() => site.close());
beforeEach(async () => {
  const { db } = bench.database;
  await clearEvidence(db);
  await db.update(schema.assessments).set({ phase: 'scoring' }).where(eq(schema.assessments.id, round.id));
  serve(page);
});

function serve(body: string | Buffer, type = 'text/html; charset=utf-8', status = 200) {
  site.serve = (_request, response) => response.writeHead(status, { 'content-type': type }).end(body);
}

async function freeze(url = `${site.origin}/zwgk`, title = '') {
  const response = await round.evaluator.call('POST', `${own}/pages`, { url, title });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

async function check(id: unknown) {
  const response = await round.reviewer.call('POST', `/assessments/2020/evidence/${String(id)}/page/check`);
  expect(response.status).toBe(200);
  return (await response.json()) as Record<string, unknown>;
}

const get = (id: unknown, what: string, person = round.reviewer) =>
  person.call('GET', `/assessments/2020/evidence/${String(id)}/${what}`);

describe('POST evidence/pages', () => {
  it('keeps bytes, text, title, hashes and the time, audited as evidence', async () => {
    const { status, body } = await freeze();
    expect(status).toBe(201);
    const sha256 = createHash('sha256').update(page).digest('hex');
    expect(body).toMatchObject({
      kind: 'page',
      title: '信息公开指南',
      url: `${site.origin}/zwgk`,
      filename: '信息公开指南.html',
      mediaType: 'text/html',
      size: Buffer.byteLength(page),
      sha256,
      capturedAt: '2020-10-12T02:00:00.000Z',
      live: null,
    });
    const text = '第一条\n第二条';
    expect(await (await get(body['id'], 'page')).json()).toMatchObject({
      id: body['id'],
      finalUrl: `${site.origin}/zwgk`,
      status: 200,
      text,
      textSha256: createHash('sha256').update(text).digest('hex'),
      sha256,
      fetchedAt: '2020-10-12T02:00:00.000Z',
      live: null,
    });
    const log = await round.organiser.call('GET', '/assessments/2020/audit?limit=1');
    expect(await log.json()).toMatchObject({
      entries: [{ action: 'evidence.add', after: { id: body['id'], kind: 'page' } }],
    });
  });

  it('takes the title that is given, and the address where there is none', async () => {
    expect((await freeze(undefined, '专栏首页')).body['title']).toBe('专栏首页');
    serve('<p>无题');
    expect((await freeze()).body['title']).toBe(`${site.origin}/zwgk`);
  });

  it('reads pages in GBK, and files by what their bytes show', async () => {
    // “政务公开”
    serve(Buffer.from('d5fecef1b9abbfaa', 'hex'), 'text/html; charset=gbk');
    const { body } = await freeze();
    expect(await (await get(body['id'], 'page')).json()).toMatchObject({ text: '政务公开' });
    serve(pdf(), 'text/html');
    expect((await freeze(undefined, '年报')).body).toMatchObject({
      mediaType: 'application/pdf',
      filename: '年报.pdf',
    });
  });

  it('keeps a page that is not there: its absence is a finding', async () => {
    serve('<h1>404</h1>', 'text/html', 404);
    const { body } = await freeze();
    expect(await (await get(body['id'], 'page')).json()).toMatchObject({ status: 404, text: '404' });
  });

  it.each([
    ['an archive', () => serve('PK\u0003\u0004', 'application/zip'), '不是网页'],
    ['what is larger than 5 MB', () => serve(Buffer.alloc(5 * 1024 * 1024 + 1)), '5 MB'],
    [
      'a redirect into the private network',
      () => {
        site.serve = (_request, response) =>
          response.writeHead(302, { location: 'http://169.254.169.254/' }).end();
      },
      '内部网络',
    ],
  ])('refuses %s in a sentence and stores nothing', async (_what, arrange, words) => {
    arrange();
    const { status, body } = await freeze();
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: 'page-not-kept', detail: expect.stringContaining(words) as string });
    await expectNothingStored(bench.database.db);
    expect(await bench.database.db.$count(schema.frozenPages)).toBe(0);
  });

  it.each(['http://127.0.0.1/', 'http://[::1]/', 'http://2130706433/', 'http://10.0.0.1/'])(
    'never goes to %s',
    async (url) => {
      expect((await freeze(url)).body).toMatchObject({ code: 'page-not-kept' });
    },
  );

  it('asks nothing of a site where the scoring is closed or the cell is not the person’s', async () => {
    site.asked.length = 0;
    const body = { url: site.origin, title: '' };
    expect((await round.colleague.call('POST', `${own}/pages`, body)).status).toBe(404);
    await bench.database.db.update(schema.assessments).set({ phase: 'final' });
    expect((await round.evaluator.call('POST', `${own}/pages`, body)).status).toBe(409);
    expect(site.asked).toEqual([]);
  });
});

describe('GET evidence/{id}/file of a page', () => {
  it('gives the very bytes, as a download that never runs on this site', async () => {
    serve('<script>alert(document.cookie)</script>');
    const { body } = await freeze();
    const response = await get(body['id'], 'file?inline=1');
    expect(await response.text()).toBe('<script>alert(document.cookie)</script>');
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-disposition': expect.stringMatching(/^attachment;/) as string,
      'content-security-policy': expect.stringContaining('sandbox') as string,
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
  });

  it('answers 404 to whoever does not see the cell, for page and check too', async () => {
    const { body } = await freeze();
    for (const what of ['file', 'page'])
      expect((await get(body['id'], what, round.colleague)).status).toBe(404);
    const path = `/assessments/2020/evidence/${String(body['id'])}/page/check`;
    expect((await round.colleague.call('POST', path)).status).toBe(404);
  });
});

describe('POST evidence/{id}/page/check', () => {
  it('says the same, though the markup is another', async () => {
    const { body } = await freeze();
    serve(page.replace('<p>', '<p class="new">'));
    expect(await check(body['id'])).toMatchObject({
      page: { live: { state: 'same', added: 0, removed: 0, status: 200, failure: null } },
      live: { title: '信息公开指南', text: '第一条\n第二条' },
      removedLines: [],
      addedLines: [],
    });
  });

  it('says changed, with the lines, and keeps what was found with the evidence', async () => {
    const { body } = await freeze();
    serve(page.replace('第二条', '第二条（修订）'));
    bench.clock.now = new Date('2020-10-13T02:00:00Z');
    const found = await check(body['id']);
    expect(found).toMatchObject({
      page: {
        text: '第一条\n第二条',
        live: { state: 'changed', added: 1, removed: 1, checkedAt: '2020-10-13T02:00:00.000Z' },
      },
      removedLines: [1],
      addedLines: [1],
    });
    bench.clock.now = new Date('2020-10-12T02:00:00Z');
    expect(await (await get(body['id'], 'page')).json()).toEqual(found['page']);
    const sheet = await round.reviewer.call('GET', '/assessments/2020/score-sheets/C01');
    expect(await sheet.json()).toMatchObject({
      scores: [
        { evidence: [{ live: { state: 'changed', checkedAt: '2020-10-13T02:00:00.000Z' } }] },
        {},
        {},
        {},
        {},
      ],
    });
  });

  it('says gone where it answers with an error, or not at all', async () => {
    const { body } = await freeze();
    serve('gone', 'text/html', 410);
    expect(await check(body['id'])).toMatchObject({
      page: { live: { state: 'gone', status: 410, failure: null } },
    });
    site.serve = (_request, response) => void response.socket?.destroy();
    expect(await check(body['id'])).toMatchObject({
      page: { live: { state: 'gone', status: null, failure: 'unreachable' } },
      live: null,
    });
    site.serve = (_request, response) => response.writeHead(302, { location: 'http://10.0.0.1/' }).end();
    expect(await check(body['id'])).toMatchObject({ page: { live: { state: 'gone', failure: 'private' } } });
  });

  it('is in the audit log where it found something new', async () => {
    const { body } = await freeze();
    await check(body['id']);
    await check(body['id']);
    const log = await round.organiser.call('GET', '/assessments/2020/audit?limit=2');
    expect(await log.json()).toMatchObject({
      entries: [{ action: 'page.check', after: { state: 'same' } }, { action: 'evidence.add' }],
    });
  });
});
