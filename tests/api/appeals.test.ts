import type {
  Appeal,
  AppealDetail,
  AppealImpact,
  Evidence,
  Problem,
  ProblemItem,
  ProblemList,
  ProblemLists,
  Ranking,
  scoreHistory,
} from '@gongping/contracts';
import { schema } from '@gongping/db';
import { and, eq } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { useBench, type Person } from '../support/app.ts';
import {
  createFeedbackRound,
  level,
  lossy,
  moveTo,
  setAppealEnd,
  type FeedbackRound,
} from '../support/feedback-round.ts';

const bench = useBench();
let round: FeedbackRound;
let base: string;

const now = new Date('2020-10-12T02:00:00Z');

async function open() {
  bench.clock.now = now;
  round = await createFeedbackRound(bench);
  base = `/assessments/${round.slug}`;
}

async function read<T>(person: Person, path: string): Promise<T> {
  const response = await person.call('GET', base + path);
  expect(response.status, await response.clone().text()).toBe(200);
  return (await response.json()) as T;
}

type Call = [method: string, path: string, body?: unknown];

async function refused(person: Person, [method, path, body]: Call): Promise<Problem> {
  const response = await person.call(method, base + path, body);
  expect(response.ok).toBe(false);
  return (await response.json()) as Problem;
}

async function done(person: Person, [method, path, body]: Call): Promise<unknown> {
  const response = await person.call(method, base + path, body);
  const text = await response.text();
  expect(response.ok, text).toBe(true);
  return text === '' ? null : (JSON.parse(text) as unknown);
}

const problemsOf = (person: Person, unit = 'C01') => read<ProblemList>(person, `/problems/${unit}`);
async function item(person: Person, unit = 'C01', code = lossy): Promise<ProblemItem> {
  const { items } = await problemsOf(person, unit);
  const found = items.find(({ indicator }) => indicator.code === code);
  if (!found) throw new Error(`${code} is not in the list of ${unit}`);
  return found;
}

async function appeal(person = round.liaison, unit = 'C01', code = lossy): Promise<string> {
  const path = `/problems/${unit}/${code}/appeals`;
  const made = await done(person, ['POST', path, { statement: '目录已于 2020 年 9 月公布' }]);
  return (made as { id: string }).id;
}

const upheld = {
  expectedRevision: 1,
  outcome: 'upheld',
  text: '经复核，材料属实，予以采纳。',
  score: { state: 'scored', input: level('current'), reason: '' },
};
const partly = {
  ...upheld,
  outcome: 'partly_upheld',
  score: { state: 'scored', input: level('late-or-undated'), reason: '公布逾期' },
};
const rejected = { ...upheld, outcome: 'rejected', text: '提交的材料不足以证明。', score: null };

describe('the list of problems', () => {
  beforeAll(open);

  it('says what was lost, of how much, why and on what evidence, without totals and names', async () => {
    const list = await problemsOf(round.liaison);
    const lost = list.items.filter((each) => each.lost > 0);
    expect(lost).toHaveLength(1);
    expect(lost[0]).toMatchObject({
      indicator: { code: lossy, family: 'A' },
      fullMarks: '2',
      marks: '0',
      lost: 2,
      reason: 'C01 未按期公布',
      evidence: [{ title: 'C01 栏目截图', addedBy: '' }],
      repeated: null,
      rectification: null,
      appeals: [],
    });
    expect(list.may).toEqual({ appeal: false, answer: true, request: false });
    const text = JSON.stringify(list);
    for (const hidden of ['"total"', '"rank"', '"band"', 'C04', '测试人员'])
      expect(text).not.toContain(hidden);
  });

  it('is found by everybody who has one to read', async () => {
    const mine = await read<ProblemLists>(round.liaison, '/problems');
    expect(mine.lists.map(({ unit, problems }) => [unit.code, problems])).toEqual([['C01', 1]]);
    const all = await read<ProblemLists>(round.organiser, '/problems');
    expect(all.lists.map(({ unit, problems }) => [unit.code, problems])).toEqual([
      ['C01', 1],
      ['C04', 1],
      ['C05', 0],
      ['D23', 0],
    ]);
    const assigned = await read<ProblemLists>(round.secondEvaluator, '/problems');
    expect(assigned.lists.map(({ unit }) => unit.code)).toEqual(['C04', 'D23']);
  });

  it('of another unit is not there', async () => {
    expect(await refused(round.liaison, ['GET', '/problems/C04'])).toMatchObject({ status: 404 });
    expect(await refused(round.evaluator, ['GET', '/problems/C04'])).toMatchObject({ status: 404 });
  });

  it('opens the file of its evidence to the unit, and to no other', async () => {
    const form = new FormData();
    form.set('title', '目录截图');
    form.set('capturedAt', '2020-10-01T00:00:00Z');
    form.set('file', new File(['%PDF-1.4'], 'page.pdf'));
    await moveTo(round, 'scoring');
    const path = `/score-sheets/C01/scores/${lossy}/evidence/files`;
    const { id } = (await done(round.evaluator, ['POST', path, form])) as Evidence;
    const file = `/evidence/${id}/file`;
    expect(await refused(round.liaison, ['GET', file])).toMatchObject({ status: 404 });
    expect(await refused(round.liaison, ['DELETE', `/evidence/${id}`])).toMatchObject({ status: 404 });
    expect(await refused(round.liaison, ['GET', '/problems/C01'])).toMatchObject({ code: 'wrong-phase' });
    await moveTo(round, 'feedback');
    expect((await round.liaison.call('GET', base + file)).status).toBe(200);
    expect((await round.neighbour.call('GET', base + file)).ok).toBe(false);
  });
});

describe('rectification', () => {
  beforeAll(open);
  const path = `/problems/C01/${lossy}/rectification`;
  const request = { expectedRevision: 0, request: '于年底前公布目录并标注日期', dueOn: '2020-12-31' };

  it('is asked for by whoever scores the unit or organises, and answered by the unit with proof', async () => {
    expect(await refused(round.secondEvaluator, ['PUT', path, request])).toMatchObject({ status: 404 });
    await done(round.evaluator, ['PUT', path, request]);
    expect(await refused(round.organiser, ['PUT', path, request])).toMatchObject({ code: 'stale' });
    const waiting = await read<ProblemLists>(round.liaison, '/problems');
    expect(waiting.lists).toMatchObject([{ requests: 1, answers: 0, dueOn: '2020-12-31' }]);
    const inbox = await round.liaison.call('GET', '/inbox');
    const { messages } = (await inbox.json()) as { messages: { kind: string; path: string }[] };
    expect(messages.filter(({ kind }) => kind === 'rectification-asked')).toMatchObject([
      { path: `/work/assessments/${round.slug}/feedback/C01` },
    ]);
    const answer = { expectedRevision: 1, answer: '已于 10 月公布' };
    expect(await refused(round.neighbour, ['PUT', `${path}/answer`, answer])).toMatchObject({ status: 404 });
    await done(round.liaison, ['PUT', `${path}/answer`, answer]);
    const link = { title: '新目录', url: 'https://example.com/new', capturedAt: '2020-10-11T00:00:00Z' };
    await done(round.liaison, ['POST', `${path}/evidence/links`, link]);
    const answered = await read<ProblemLists>(round.liaison, '/problems');
    expect(answered.lists).toMatchObject([{ answers: 1, dueOn: null }]);
    expect((await item(round.organiser)).rectification).toEqual({
      request: request.request,
      dueOn: '2020-12-31',
      answer: '已于 10 月公布',
      answeredAt: now.toISOString(),
      revision: 2,
      evidence: [expect.objectContaining({ title: '新目录' })],
    });
  });

  it('is followed: marks lost there the year before make a repeated deduction', async () => {
    const { db } = bench.database;
    const [present] = await db
      .select()
      .from(schema.assessments)
      .where(eq(schema.assessments.id, round.assessmentId));
    if (!present) throw new Error('the round is gone');
    const id = randomUUID();
    await db.insert(schema.assessments).values({ ...present, id, slug: '2019', year: present.year - 1 });
    const [stored] = await db
      .select()
      .from(schema.scores)
      .innerJoin(schema.indicators, eq(schema.indicators.id, schema.scores.indicatorId))
      .where(and(eq(schema.indicators.code, lossy), eq(schema.scores.unitId, round.unit('C01').id)));
    if (!stored) throw new Error('the leaf has no score');
    const { unitId, indicatorId } = stored.scores;
    await db.insert(schema.scores).values({ ...stored.scores, assessmentId: id, marks: '1.5' });
    const asked = { request: '按期公布', dueOn: '2019-12-31', answer: '明年改', revision: 2 };
    await db.insert(schema.rectifications).values({ ...asked, assessmentId: id, unitId, indicatorId });
    expect((await item(round.liaison)).repeated).toEqual({
      year: present.year - 1,
      lost: 0.5,
      request: '按期公布',
      answer: '明年改',
    });
    expect((await item(round.neighbour, 'C04')).repeated).toBeNull();
    await db.delete(schema.assessments).where(eq(schema.assessments.id, id));
  });

  it('cannot be answered where nothing was asked', async () => {
    const other = '/problems/C04/A1-3/rectification/answer';
    const answer = { expectedRevision: 1, answer: '已改' };
    expect((await refused(round.neighbour, ['PUT', other, answer])).status).toBeGreaterThanOrEqual(404);
  });
});

describe('an appeal', () => {
  beforeEach(open);

  it('is not taken before its phase, nor by another unit, nor where nothing was lost, nor twice', async () => {
    const call: Call = ['POST', `/problems/C01/${lossy}/appeals`, { statement: '已公布' }];
    expect(await refused(round.liaison, call)).toMatchObject({ code: 'wrong-phase' });
    await moveTo(round, 'appeal');
    expect(await refused(round.neighbour, call)).toMatchObject({ status: 404 });
    const full: Call = ['POST', '/problems/C01/A1-1/appeals', { statement: '已公布' }];
    expect(await refused(round.liaison, full)).toMatchObject({ code: 'nothing-to-appeal' });
    await appeal();
    expect(await refused(round.liaison, call)).toMatchObject({ code: 'appeal-open' });
  });

  it('is taken on the last day in Shanghai, and refused the moment after; a later day opens it again', async () => {
    await moveTo(round, 'appeal');
    await setAppealEnd(bench, round, '2020-10-16');
    bench.clock.now = new Date('2020-10-16T15:59:59Z');
    expect((await problemsOf(round.liaison)).may.appeal).toBe(true);
    bench.clock.now = new Date('2020-10-16T16:00:00Z');
    expect((await problemsOf(round.liaison)).may.appeal).toBe(false);
    const call: Call = ['POST', `/problems/C01/${lossy}/appeals`, { statement: '已公布' }];
    const late = await refused(round.liaison, call);
    expect(late).toMatchObject({ code: 'past-last-day', status: 409 });
    expect(late.detail).toContain('2020-10-16');
    await done(round.organiser, ['POST', '/phase/extension', { end: '2020-10-20', reason: '系统维护' }]);
    await appeal();
  });

  it('has proof as long as it is open, and can be taken back and made again', async () => {
    await moveTo(round, 'appeal');
    const proof = `/problems/C01/${lossy}/appeal/evidence/links`;
    const link = { title: '公布截图', url: 'https://example.com/p', capturedAt: '2020-10-11T00:00:00Z' };
    expect(await refused(round.liaison, ['POST', proof, link])).toMatchObject({ code: 'appeal-closed' });
    const id = await appeal();
    const added = (await done(round.liaison, ['POST', proof, link])) as Evidence;
    expect((await item(round.liaison)).proof).toMatchObject([{ title: '公布截图' }]);
    expect(await refused(round.neighbour, ['DELETE', `/evidence/${added.id}`])).toMatchObject({
      status: 404,
    });
    expect(await refused(round.neighbour, ['DELETE', `/appeals/${id}`])).toMatchObject({ status: 404 });
    await done(round.liaison, ['DELETE', `/evidence/${added.id}`]);
    await done(round.liaison, ['DELETE', `/appeals/${id}`]);
    expect(await refused(round.liaison, ['DELETE', `/appeals/${id}`])).toMatchObject({
      code: 'appeal-closed',
    });
    bench.clock.now = new Date(now.getTime() + 60_000);
    await appeal();
    const states = (await item(round.liaison)).appeals.map(({ state }) => state);
    expect(states).toEqual(['withdrawn', 'open']);
  });

  it('is shown to its unit and to who rules, and to no other unit', async () => {
    await moveTo(round, 'appeal');
    const id = await appeal();
    for (const person of [round.liaison, round.neighbour, round.evaluator, round.leader]) {
      expect(await refused(person, ['GET', '/appeals'])).toMatchObject({ status: 403 });
      expect(await refused(person, ['GET', `/appeals/${id}`])).toMatchObject({ status: 403 });
    }
    const { appeals } = await read<{ appeals: Appeal[] }>(round.reviewer, '/appeals');
    expect(appeals).toMatchObject([{ id, state: 'open', unit: { code: 'C01' }, indicator: { code: lossy } }]);
    const neighbours = JSON.stringify([
      await problemsOf(round.neighbour, 'C04'),
      await read(round.neighbour, '/problems'),
    ]);
    expect(neighbours).not.toContain('目录已于');
    expect(neighbours).not.toContain('C01');
  });

  it('tells those who rule, and then the unit', async () => {
    const messages = async (person: Person) => {
      const response = await person.call('GET', '/inbox');
      return ((await response.json()) as { messages: { kind: string; body: string }[] }).messages;
    };
    await moveTo(round, 'appeal');
    const id = await appeal();
    const waiting = (await messages(round.reviewer)).filter(({ kind }) => kind === 'appeal-waiting');
    expect(waiting).toHaveLength(1);
    expect(waiting[0]?.body).toContain(lossy);
    await done(round.reviewer, ['POST', `/appeals/${id}/ruling`, rejected]);
    const ruled = (await messages(round.liaison)).filter(({ kind }) => kind === 'appeal-ruled');
    expect(ruled).toHaveLength(1);
    expect(ruled[0]?.body).toMatch(/不予采纳|rejected/);
    expect((await messages(round.neighbour)).some(({ kind }) => kind === 'appeal-ruled')).toBe(false);
  });

  it('keeps the round from its final result until it is ruled', async () => {
    await moveTo(round, 'appeal');
    const id = await appeal();
    const final: Call = ['POST', '/phase', { to: 'final', reason: '', acceptUnscored: false }];
    expect(await refused(round.organiser, final)).toMatchObject({ code: 'wrong-phase' });
    await done(round.reviewer, ['POST', `/appeals/${id}/ruling`, rejected]);
    await moveTo(round, 'final');
  });
});

describe('a ruling', () => {
  beforeEach(async () => {
    await open();
    await moveTo(round, 'appeal');
  });

  it('is preceded by what it would do, and does exactly that', async () => {
    const id = await appeal();
    const detail = await read<AppealDetail>(round.reviewer, `/appeals/${id}`);
    expect(detail.standing).toMatchObject({ marks: '0', total: 98, rank: 3 });
    expect(detail.bar).toBeNull();
    const impact = (await done(round.reviewer, [
      'POST',
      `/appeals/${id}/preview`,
      upheld.score,
    ])) as AppealImpact;
    expect(impact).toMatchObject({
      before: { marks: '0', total: 98, rank: 3 },
      after: { marks: '2', total: 100, rank: 1 },
      moved: [{ code: 'C04', from: 2, to: 3, overtaken: true }],
    });
    expect((await item(round.liaison)).marks).toBe('0');

    await done(round.reviewer, ['POST', `/appeals/${id}/ruling`, upheld]);
    const ranking = await read<Ranking>(round.organiser, '/results');
    const rankOf = (code: string) => ranking.units.find((unit) => unit.code === code);
    expect(rankOf('C01')).toMatchObject({ total: impact.after.total, rank: impact.after.rank });
    expect(rankOf('C01')?.band).toBe(impact.after.band);
    for (const { code, to } of impact.moved) expect(rankOf(code)?.rank).toBe(to);
    const [kept] = (await read<{ appeals: Appeal[] }>(round.reviewer, '/appeals')).appeals;
    expect(kept?.ruling).toMatchObject({ before: impact.before, after: impact.after });
  });

  it('is read by the unit without totals and names, until the result is final', async () => {
    const id = await appeal();
    await done(round.reviewer, ['POST', `/appeals/${id}/ruling`, partly]);
    const [ruled] = (await item(round.liaison)).appeals;
    expect(ruled).toMatchObject({
      state: 'partly_upheld',
      ruling: {
        text: partly.text,
        by: null,
        before: { marks: '0', total: null, band: null, rank: null },
        after: { marks: '1', total: null, band: null, rank: null },
      },
    });
    await moveTo(round, 'final');
    const [later] = (await item(round.liaison)).appeals;
    expect(later?.ruling).toMatchObject({
      by: null,
      before: { total: 98, rank: 3 },
      after: { total: 99, rank: 2 },
    });
  });

  it('is refused to the rater, to whoever belongs to the unit, and to who has no part in it', async () => {
    const id = await appeal();
    const scope = { assessmentId: round.assessmentId };
    const call: Call = ['POST', `/appeals/${id}/ruling`, rejected];
    expect(await refused(round.evaluator, call)).toMatchObject({ status: 403 });
    const grant = { id: randomUUID(), userId: round.evaluator.id, role: 'reviewer' as const };
    await bench.database.db.insert(schema.roleGrants).values({ ...grant, ...scope, unitId: null });
    expect(await refused(round.evaluator, call)).toMatchObject({ code: 'may-not-rule' });
    expect((await read<AppealDetail>(round.evaluator, `/appeals/${id}`)).bar).toBe('own-score');
    const homeUnitId = round.unit('C01').id;
    const insider = await bench.person([{ role: 'reviewer', ...scope }], { homeUnitId });
    expect(await refused(insider, call)).toMatchObject({ code: 'may-not-rule' });
    expect((await item(round.liaison)).appeals).toMatchObject([{ state: 'open', ruling: null }]);
  });

  it('needs a score where it is upheld, by the rule of the leaf, and with a reason where marks stay lost', async () => {
    const id = await appeal();
    const rule = (body: unknown) => refused(round.reviewer, ['POST', `/appeals/${id}/ruling`, body]);
    const paths = (problem: Problem) => problem.errors?.map(({ path }) => path);
    expect(paths(await rule({ ...upheld, score: null }))).toEqual(['score']);
    expect(paths(await rule({ ...rejected, score: upheld.score }))).toEqual(['score']);
    const none = { ...upheld.score, input: level('none'), reason: '仍未公布' };
    expect(paths(await rule({ ...upheld, score: none }))).toEqual(['score']);
    const unknown = { ...upheld.score, input: { method: 'graded', level: 'nowhere' } };
    expect(paths(await rule({ ...upheld, score: unknown }))).toEqual(['score.input.level']);
    expect(paths(await rule({ ...partly, score: { ...partly.score, reason: '' } }))).toEqual([
      'score.reason',
    ]);
    expect(paths(await rule({ ...upheld, text: ' ' }))).toEqual(['text']);
  });

  it('stands once: a second one is refused, and the log and the history of the score tell of it', async () => {
    const id = await appeal();
    const both = await Promise.all(
      [round.reviewer, round.organiser].map((person) =>
        person.call('POST', `${base}/appeals/${id}/ruling`, upheld),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([204, 409]);
    const history = await read<z.infer<typeof scoreHistory>>(
      round.organiser,
      `/score-sheets/C01/scores/${lossy}/history`,
    );
    expect(history.entries.slice(-2)).toMatchObject([
      { stage: 'appeal', from: { marks: '0' }, to: { marks: '2' } },
      { stage: 'appeal-ruled', to: null },
    ]);
    const log = await read<{ entries: { action: string; subject: string }[] }>(round.organiser, '/audit');
    expect(log.entries.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['appeal.submit', 'appeal.rule', 'score.write']),
    );
    const chain = await read<{ brokenAt: number | null }>(round.organiser, '/audit/verification');
    expect(chain.brokenAt).toBeNull();
  });

  it('is not possible once the phase is over', async () => {
    const id = await appeal();
    await done(round.liaison, ['DELETE', `/appeals/${id}`]);
    await moveTo(round, 'final');
    const call: Call = ['POST', `/appeals/${id}/ruling`, rejected];
    expect(await refused(round.reviewer, call)).toMatchObject({ code: 'wrong-phase' });
  });
});
