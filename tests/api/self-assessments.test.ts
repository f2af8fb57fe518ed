import { schema } from '@gongping/db';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useBench, type Person } from '../support/app.ts';
import {
  beginClaims,
  claimPath,
  claimsPath,
  createClaimingRound,
  enterPhase,
  type ClaimingRound,
} from '../support/claiming-round.ts';
import { pdf, post, uploadForm } from '../support/evidence-files.ts';
import { full, get, half, put, scored } from '../support/scoring-calls.ts';

const bench = useBench();
let round: ClaimingRound;

beforeAll(async () => {
  round = await createClaimingRound(bench);
});

beforeEach(() => beginClaims(bench, round));

const link = {
  title: '专栏首页',
  url: 'https://example.gov.cn/zwgk',
  capturedAt: '2020-10-12T01:30:00Z',
};

async function send(person: Person, method: string, path: string, body?: unknown) {
  const response = await person.call(method, path, body);
  const text = await response.text();
  return {
    status: response.status,
    body: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>,
  };
}

const claim = (indicator: string, input: unknown, reason = '') =>
  put(round.liaison, claimPath('C01', indicator), scored(0, input, reason));
const prove = (indicator: string) =>
  send(round.liaison, 'POST', `${claimPath('C01', indicator)}/evidence/links`, link);
const submit = (reason = '', person = round.liaison) =>
  send(person, 'POST', `${claimsPath('C01')}/submission`, { reason });
const nextDay = () => {
  bench.clock.now = new Date('2020-10-20T16:00:00Z');
};

/** The three leaves of C01 that need a score: two with proof, one given up. */
async function fillIn() {
  await claim('A1-1', half);
  await prove('A1-1');
  await claim('A1-2', { method: 'deduct', deductions: [{ item: 'late', count: 1, reason: '七月' }] });
  await prove('A1-2');
  await claim('B-1', { method: 'ratio', numerator: 0, denominator: 4, deductions: [] });
}

describe('a claim', () => {
  it('has its marks from the rule of the leaf, and wants proof of what is claimed', async () => {
    expect(await claim('A1-1', half)).toMatchObject({
      status: 200,
      body: { marks: '2', fullMarks: '4', revision: 1, missing: ['evidence'] },
    });
    await prove('A1-1');
    const { body } = await get(round.liaison, claimsPath('C01'));
    expect(body).toMatchObject({
      writable: true,
      open: true,
      lastDay: '2020-10-20',
      submission: null,
      claims: [{ indicator: 'A1-1', missing: [], evidence: [{ title: '专栏首页' }] }, {}, {}, {}, {}],
    });
  });

  it('needs no proof where marks are given up, and a reason where a bonus is claimed', async () => {
    expect((await claim('A1-1', { method: 'graded', level: 'none' })).body).toMatchObject({ missing: [] });
    const bonus = await claim('X-1', { method: 'bonus', marks: 2 });
    expect(bonus.body).toMatchObject({ missing: ['reason', 'evidence'] });
  });

  it('is refused where it does not fit the rule, or says N/A without a reason', async () => {
    const wrong = await claim('A1-1', { method: 'graded', level: 'best' });
    expect(wrong).toMatchObject({ status: 422, body: { errors: [{ path: 'input.level' }] } });
    const na = { expectedRevision: 0, state: 'not_applicable', input: null, reason: '' };
    expect((await put(round.liaison, claimPath('C01', 'A1-1'), na)).status).toBe(422);
  });

  it('is stale for the second of two browsers, who gets the newer one; the same again is no conflict', async () => {
    await claim('A1-1', half);
    const second = await put(round.secondLiaison, claimPath('C01', 'A1-1'), scored(0, full));
    expect(second).toMatchObject({
      status: 409,
      body: { code: 'stale', current: { marks: '2', revision: 1 } },
    });
    const same = await put(round.secondLiaison, claimPath('C01', 'A1-1'), scored(0, half));
    expect(same).toMatchObject({ status: 200, body: { revision: 1 } });
    const over = await put(round.secondLiaison, claimPath('C01', 'A1-1'), scored(1, full));
    expect(over).toMatchObject({ status: 200, body: { marks: '4', revision: 2 } });
  });

  it('is one of two written at the same moment, and the other is told', async () => {
    const answers = await Promise.all([
      put(round.liaison, claimPath('C01', 'A1-1'), scored(0, half)),
      put(round.secondLiaison, claimPath('C01', 'A1-1'), scored(0, full)),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  it('is written by the liaison of the unit alone', async () => {
    for (const person of [round.organiser, round.reviewer, round.evaluator, round.leader])
      expect((await put(person, claimPath('C01', 'A1-1'), scored(0, half))).status).toBe(403);
    expect((await put(round.neighbour, claimPath('C01', 'A1-1'), scored(0, half))).status).toBe(404);
    expect(await bench.database.db.select().from(schema.claims)).toEqual([]);
  });
});

describe('the last day', () => {
  it('counts whole in Shanghai; then nothing can be written, handed in or taken back, and a sentence says so', async () => {
    bench.clock.now = new Date('2020-10-20T15:59:59Z');
    await fillIn();
    nextDay();
    const late = await put(round.liaison, claimPath('C01', 'A1-1'), scored(1, full));
    expect(late).toMatchObject({
      status: 409,
      body: { code: 'past-last-day', detail: expect.stringContaining('2020-10-20') as string },
    });
    expect((await prove('A1-1')).body).toMatchObject({ code: 'past-last-day' });
    expect((await submit()).body).toMatchObject({ code: 'past-last-day' });
    const { body } = await get(round.liaison, claimsPath('C01'));
    expect(body).toMatchObject({ writable: false, open: false, claims: [{ marks: '2' }, {}, {}, {}, {}] });
  });

  it('moves when the organiser extends the phase', async () => {
    nextDay();
    const extended = await send(round.organiser, 'POST', '/assessments/2020/phase/extension', {
      end: '2020-10-23',
      reason: '多个单位来函',
    });
    expect(extended.status).toBe(200);
    expect((await claim('A1-1', half)).status).toBe(200);
  });

  it('does not matter where the phase has none', async () => {
    await bench.database.db.update(schema.assessments).set({ phaseDates: {} });
    bench.clock.now = new Date('2021-10-20T00:00:00Z');
    expect((await claim('A1-1', half)).status).toBe(200);
  });
});

it('a phase that closes while somebody types: what was saved stays, and a sentence says what to do', async () => {
  await claim('A1-1', half);
  await enterPhase(bench, round, 'scoring');
  const late = await put(round.liaison, claimPath('C01', 'A1-1'), scored(1, full));
  expect(late).toMatchObject({
    status: 409,
    body: { code: 'wrong-phase', detail: expect.stringContaining('已保存的内容都在') as string },
  });
  expect((await get(round.liaison, claimsPath('C01'))).body).toMatchObject({
    writable: false,
    claims: [{ marks: '2', revision: 1 }, {}, {}, {}, {}],
  });
});

describe('handing in', () => {
  it('names what is missing, and takes it all the same with a reason', async () => {
    await claim('A1-1', half);
    const refused = await submit();
    expect(refused).toMatchObject({ status: 409, body: { code: 'claims-incomplete' } });
    expect(refused.body['errors']).toEqual([
      { path: 'A1-1', message: '自评得分须附证明材料。' },
      { path: 'A1-2', message: '尚未填写。' },
      { path: 'B-1', message: '尚未填写。' },
    ]);
    expect(await submit('系统升级，台账待补')).toMatchObject({
      status: 200,
      body: { scored: 1, leaves: 3, submission: { reason: '系统升级，台账待补' } },
    });
  });

  it('needs no reason where nothing is missing, and keeps none', async () => {
    await fillIn();
    expect(await submit('多余的话')).toMatchObject({ status: 200, body: { submission: { reason: '' } } });
    const { body } = await get(round.organiser, '/assessments/2020/self-assessments');
    expect(body['units']).toMatchObject([
      {
        unit: { code: 'C01' },
        scored: 3,
        leaves: 3,
        incomplete: 0,
        submission: { submittedAt: bench.clock.now.toISOString() },
      },
      { unit: { code: 'C02' }, scored: 0, submission: null },
      { unit: { code: 'D01' }, scored: 0, submission: null },
    ]);
  });

  it('closes the sheet until it is taken back', async () => {
    await fillIn();
    await submit();
    const refused = await put(round.liaison, claimPath('C01', 'A1-1'), scored(1, full));
    expect(refused).toMatchObject({ status: 409, body: { code: 'claims-submitted' } });
    expect((await prove('A1-1')).body).toMatchObject({ code: 'claims-submitted' });
    expect((await submit()).body).toMatchObject({ code: 'claims-submitted' });
    expect((await get(round.liaison, claimsPath('C01'))).body).toMatchObject({ writable: false, open: true });
    const back = await send(round.liaison, 'DELETE', `${claimsPath('C01')}/submission`);
    expect(back).toMatchObject({ status: 200, body: { submission: null } });
    expect((await send(round.liaison, 'DELETE', `${claimsPath('C01')}/submission`)).body).toMatchObject({
      code: 'claims-not-submitted',
    });
    expect((await put(round.liaison, claimPath('C01', 'A1-1'), scored(1, full))).status).toBe(200);
  });

  it('is for the unit itself', async () => {
    await fillIn();
    expect((await submit('', round.neighbour)).status).toBe(404);
    expect((await submit('', round.organiser)).status).toBe(403);
  });
});

describe('reopening', () => {
  const reopen = (body: unknown, unit = 'C01') =>
    send(round.organiser, 'POST', `${claimsPath(unit)}/reopening`, body);

  it('gives a unit its submission back, with the reason', async () => {
    await fillIn();
    await submit();
    expect((await reopen({ reason: '', lastDay: null })).body).toMatchObject({ code: 'reason-required' });
    expect((await reopen({ reason: 'B-1 数据有误', lastDay: null })).status).toBe(200);
    expect((await get(round.liaison, claimsPath('C01'))).body).toMatchObject({
      writable: true,
      submission: null,
      reopening: { reason: 'B-1 数据有误', lastDay: null },
      lastDay: '2020-10-20',
    });
    expect((await reopen({ reason: '再次', lastDay: null })).body).toMatchObject({
      code: 'claims-not-submitted',
    });
    const returned = { kind: 'claims-returned', path: '/work/assessments/2020/self-assessment/C01' };
    expect((await get(round.liaison, '/inbox')).body).toMatchObject({ messages: [returned], unread: 1 });
    expect((await get(round.neighbour, '/inbox')).body).toMatchObject({ messages: [] });
  });

  it('after the last day needs a later one, which is of that unit alone', async () => {
    nextDay();
    expect(await reopen({ reason: '洪灾', lastDay: null })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'lastDay' }] },
    });
    expect(await reopen({ reason: '洪灾', lastDay: '2020-10-22' })).toMatchObject({
      status: 200,
      body: { lastDay: '2020-10-22' },
    });
    expect((await claim('A1-1', half)).status).toBe(200);
    const other = await put(round.neighbour, claimPath('C02', 'A1-1'), scored(0, half));
    expect(other.body).toMatchObject({ code: 'past-last-day' });
    bench.clock.now = new Date('2020-10-22T16:00:00Z');
    expect((await claim('A1-1', full)).body).toMatchObject({ code: 'past-last-day' });
  });

  it('is done by organisers, in the phase of self-assessment', async () => {
    const path = `${claimsPath('C01')}/reopening`;
    const body = { reason: '补充', lastDay: null };
    expect((await send(round.reviewer, 'POST', path, body)).status).toBe(403);
    await enterPhase(bench, round, 'scoring');
    expect((await reopen(body)).body).toMatchObject({ code: 'wrong-phase' });
  });
});

describe('the proof', () => {
  it('is a file of the unit, which it looks at and takes off; others look where they may', async () => {
    const path = `${claimPath('C01', 'A1-1')}/evidence/files`;
    const { status, body } = await post(bench, round.liaison, { path, body: uploadForm({ bytes: pdf(10) }) });
    expect(status).toBe(201);
    const file = `/assessments/2020/evidence/${String(body['id'])}`;
    for (const person of [round.liaison, round.secondLiaison, round.organiser, round.reviewer])
      expect((await person.call('GET', `${file}/file`)).status).toBe(200);
    for (const person of [round.neighbour, round.evaluator])
      expect((await person.call('GET', `${file}/file`)).status).toBe(404);
    for (const person of [round.neighbour, round.evaluator])
      expect((await person.call('DELETE', file)).status).toBe(404);
    expect((await round.liaison.call('DELETE', file)).status).toBe(204);
    expect((await round.liaison.call('GET', `${file}/file`)).status).toBe(404);
  });

  it('is used for another leaf of the unit, stored once', async () => {
    const path = `${claimPath('C01', 'A1-1')}/evidence/files`;
    const { body } = await post(bench, round.liaison, { path, body: uploadForm({ bytes: pdf(11) }) });
    const copies = `${claimPath('C01', 'B-1')}/evidence/copies`;
    const copied = await send(round.liaison, 'POST', copies, { evidenceId: body['id'] });
    expect(copied).toMatchObject({ status: 201, body: { sha256: body['sha256'] } });
  });
});

it('every write is in the log, and the chain is whole', async () => {
  await fillIn();
  await submit();
  await send(round.organiser, 'POST', `${claimsPath('C01')}/reopening`, { reason: '补证', lastDay: null });
  await submit();
  await send(round.liaison, 'DELETE', `${claimsPath('C01')}/submission`);
  const { body } = await get(round.organiser, '/assessments/2020/audit?limit=9');
  const entries = body['entries'] as { action: string; subject: string }[];
  expect(entries.map(({ action, subject }) => `${action} ${subject}`)).toEqual([
    'claim.withdraw claims C01',
    'claim.submit claims C01',
    'claim.reopen claims C01',
    'claim.submit claims C01',
    'claim.write claim C01/B-1',
    'evidence.add claim-evidence C01/A1-2',
    'claim.write claim C01/A1-2',
    'evidence.add claim-evidence C01/A1-1',
    'claim.write claim C01/A1-1',
  ]);
  expect((await get(round.organiser, '/assessments/2020/audit/verification')).body).toMatchObject({
    brokenAt: null,
  });
});
