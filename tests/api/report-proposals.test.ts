import type { Evidence, Problem, ReportProposal, Score } from '@gongping/contracts';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBench, type Person } from '../support/app.ts';
import { asJson, faultyReport, fileReport, quietReport, uploadAndFile } from '../support/filed-reports.ts';
import { lastLogged, readReportProposals } from '../support/report-proposals.ts';
import { createRound, type Round } from '../support/round.ts';

const bench = useBench();
let round: Round;

beforeAll(async () => {
  bench.clock.now = new Date('2020-04-20T02:00:00Z');
  round = await createRound(bench);
});

const sheet = (unit: string, of: { slug: string } = round) => `/assessments/${of.slug}/score-sheets/${unit}`;
const proposalsOf = (person: Person, unit: string, { slug } = round) =>
  readReportProposals(person, { slug, unit });
const proposalOf = async (person: Person, unit: string, indicator: string): Promise<ReportProposal> => {
  const { proposals } = await proposalsOf(person, unit);
  const found = proposals.find((each) => each.indicator === indicator);
  if (!found) throw new Error(`Nothing is said of ${indicator}.`);
  return found;
};
const write = async (
  indicator: string,
  { input, reason = '', expectedRevision }: { input: unknown; reason?: string; expectedRevision: number },
): Promise<Score> => {
  const body = { expectedRevision, state: 'scored', input, reason };
  const response = await round.evaluator.call('PUT', `${sheet('C01')}/scores/${indicator}`, body);
  expect(response.status, await response.clone().text()).toBe(200);
  return (await response.json()) as Score;
};
const lastEntry = () => lastLogged(bench.database, round.assessmentId);

describe('before the unit has filed', () => {
  it('nothing is proposed, and nothing is scored', async () => {
    const { year, version, proposals } = await proposalsOf(round.evaluator, 'C01');
    expect([year, version]).toEqual([2019, null]);
    expect(proposals.map(({ indicator, state, input }) => [indicator, state, input])).toEqual(
      ['B1-1', 'B2-1', 'B2-2', 'B3-1', 'B3-2', 'B4-1', 'B4-2'].map((code) => [code, 'waiting', null]),
    );
    // A department has no B4-1, and a mass organisation has no report at all.
    const department = (await proposalsOf(round.evaluator, 'D01')).proposals.map(
      ({ indicator }) => indicator,
    );
    expect(department).not.toContain('B4-1');
    expect((await proposalsOf(round.organiser, 'D23')).proposals).toEqual([]);
  });
});

describe('a filed report', () => {
  beforeAll(async () => {
    const filing = { unit: 'C01', year: 2019, content: faultyReport() };
    await fileReport(round.liaison, {
      ...filing,
      url: 'https://example.gov.cn/1',
      publishedOn: '2020-04-09',
    });
  });

  it('proposes what its rule gives, with the reasons', async () => {
    const { version, proposals } = await proposalsOf(round.evaluator, 'C01');
    expect(version).toBe(1);
    const told = proposals.map(({ indicator, state, marks, fullMarks }) => [
      indicator,
      state,
      marks,
      fullMarks,
    ]);
    // By hand. B1-1: nine days late is half of 2. B3-1: two hard identities at 20 % of 3 each: 3 − 1.2.
    // B3-2: one figure of the text at 25 % of 1.
    expect(told).toEqual([
      ['B1-1', 'ready', '1', '2'],
      ['B2-1', 'ready', '2', '2'],
      ['B2-2', 'ready', '2', '2'],
      ['B3-1', 'ready', '1.8', '3'],
      ['B3-2', 'ready', '0.75', '1'],
      ['B4-1', 'hint', null, '2'],
      ['B4-2', 'hint', null, '1'],
    ]);
    const identities = proposals.find(({ indicator }) => indicator === 'B3-1');
    expect(identities?.reasons.map(({ finding }) => finding?.where)).toEqual([
      'table3 / 自然人',
      'table3 / 总计',
    ]);
    expect(identities?.reasons[0]?.finding?.cells).toContainEqual({ table: 'table3', row: 'R4', column: 0 });
    expect(identities?.input).toMatchObject({ deductions: [{ item: 'identity', count: 2 }] });
    const sheets = await round.evaluator.call('GET', sheet('C01'));
    const { scores } = (await sheets.json()) as { scores: Score[] };
    expect(scores.filter(({ state }) => state !== 'unscored')).toEqual([]);
  });

  it('is confirmed by whoever enters the same, in whatever words', async () => {
    const { input, reason } = await proposalOf(round.evaluator, 'C01', 'B1-1');
    const score = await write('B1-1', { input, reason, expectedRevision: 0 });
    expect(score).toMatchObject({
      marks: '1',
      reason: expect.stringContaining('晚于法定期限 2020-03-31 9 日'),
    });
    const { decided } = await proposalOf(round.evaluator, 'C01', 'B1-1');
    expect(decided).toMatchObject({ outcome: 'confirmed', version: 1, marks: '1' });
    expect((await lastEntry())?.after).toMatchObject({
      proposal: { outcome: 'confirmed', reportVersion: 1 },
    });
    const identities = await proposalOf(round.evaluator, 'C01', 'B3-1');
    const { deductions } = identities.input as unknown as { deductions: { reason: string }[] };
    const own = {
      method: 'deduct',
      deductions: deductions.map((entry) => ({ ...entry, reason: '已核对原文。' })),
    };
    await write('B3-1', { input: own, expectedRevision: 0 });
    expect((await proposalOf(round.evaluator, 'C01', 'B3-1')).decided).toMatchObject({
      outcome: 'confirmed',
    });
  });

  it('is overruled by whoever enters something else, and both are kept', async () => {
    const input = { method: 'deduct', deductions: [] };
    await write('B3-2', { input, reason: '正文另有说明，不扣。', expectedRevision: 0 });
    expect((await proposalOf(round.evaluator, 'C01', 'B3-2')).decided).toMatchObject({
      outcome: 'overruled',
      version: 1,
      marks: '0.75',
    });
    expect(await lastEntry()).toMatchObject({
      action: 'score.write',
      reason: '正文另有说明，不扣。',
      after: { proposal: { outcome: 'overruled', input: { deductions: [{ item: 'text', count: 1 }] } } },
    });
    // Cleared again, nothing was made of it.
    const cleared = { expectedRevision: 1, state: 'unscored', input: null, reason: '' };
    await round.evaluator.call('PUT', `${sheet('C01')}/scores/B3-2`, cleared);
    expect((await proposalOf(round.evaluator, 'C01', 'B3-2')).decided).toBeNull();
  });

  it('becomes evidence of the score once, however often it is taken over', async () => {
    const attach = () =>
      round.evaluator.call('POST', `${sheet('C01')}/scores/B3-1/evidence/report`, { version: 1 });
    const first = (await (await attach()).json()) as Evidence;
    expect(first).toMatchObject({ kind: 'file', title: '荷塘区2019年度报告（第1版）' });
    expect(((await (await attach()).json()) as Evidence).id).toBe(first.id);
    const file = await round.evaluator.call('GET', `/assessments/${round.slug}/evidence/${first.id}/file`);
    expect(
      Buffer.from(await file.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    const missing = await round.evaluator.call('POST', `${sheet('C01')}/scores/B3-1/evidence/report`, {
      version: 9,
    });
    expect([missing.status, ((await missing.json()) as Problem).code]).toEqual([404, 'not-found']);
  });

  it('that is filed anew shows what rests on the older one', async () => {
    const bytes = asJson({ ...quietReport(2019), year: 2019 });
    const file = { unit: 'C01', year: 2019, name: '年报.json', bytes };
    expect((await uploadAndFile(round.organiser, file)).version).toBe(2);
    const { version, proposals } = await proposalsOf(round.evaluator, 'C01');
    const identities = proposals.find(({ indicator }) => indicator === 'B3-1');
    expect([version, identities?.marks, identities?.decided?.version]).toEqual([2, '3', 1]);
    // Uploaded, the file itself is the evidence.
    const attached = await round.evaluator.call('POST', `${sheet('C01')}/scores/B3-1/evidence/report`, {
      version: 2,
    });
    expect(await attached.json()).toMatchObject({ filename: '年报.json', mediaType: 'application/json' });
  });

  it('of another year is not what the round judges', async () => {
    await fileReport(round.organiser, { unit: 'C04', year: 2020, content: quietReport(2020) });
    expect((await proposalsOf(round.organiser, 'C04')).version).toBeNull();
  });
});

it('two blind raters each see the same proposal, and only what they made of it themselves', async () => {
  const { procedure } = round.assessment.settings;
  if (!procedure) throw new Error('The round has no procedure.');
  const double = await createRound(bench, { settings: { procedure: { ...procedure, doubleScoring: true } } });
  const code = 'C01';
  const seen = async (person: Person) => {
    const { proposals } = await proposalsOf(person, code, double);
    return proposals.find(({ indicator }) => indicator === 'B1-1');
  };
  // The newest did not say when it was published.
  const content = quietReport(2019);
  const publishedOn = '2020-03-20';
  await fileReport(round.organiser, { unit: code, year: 2019, content, publishedOn, reason: '补填' });
  const before = await seen(double.evaluator);
  expect(before?.state).toBe('ready');
  expect(await seen(double.secondEvaluator)).toEqual(before);
  const body = { expectedRevision: 0, state: 'scored', input: before?.input, reason: before?.reason };
  const written = await double.evaluator.call('PUT', `${sheet(code, double)}/scores/B1-1`, body);
  expect(written.status, await written.clone().text()).toBe(200);
  expect((await seen(double.evaluator))?.decided).toMatchObject({ outcome: 'confirmed' });
  expect((await seen(double.secondEvaluator))?.decided).toBeNull();
});
