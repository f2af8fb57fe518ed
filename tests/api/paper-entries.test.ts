import { countSurveys } from '@gongping/api';
import type {
  AppraisalList,
  DifferingSheet,
  PaperBoard,
  PaperChannel,
  SurveyChannelList,
} from '@gongping/contracts';
import { schema } from '@gongping/db';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBench, type Person } from '../support/app.ts';
import { addChannel, plainChannel } from '../support/invitations.ts';
import { createRound, type Round } from '../support/round.ts';

const bench = useBench();
let round: Round;
beforeAll(async () => {
  round = await createRound(bench, { units: ['C01', 'C04'], phase: 'plan' });
  await addChannel(round.organiser, round.slug, { code: 'paper', kind: 'paper', nameZh: '纸质问卷' });
});

const path = (channel = 'paper') => `/assessments/${round.slug}/survey/paper/${channel}`;
const onSheet = (changes: Record<string, unknown> = {}) => ({
  unit: 'C01',
  answers: { Q1: 'A', Q2: ['website', 'phone'], Q3: 'satisfied', Q12: '多公开', ...changes },
});
const key = (person: Person, sheet: string, body: object = onSheet()) =>
  person.call('POST', `${path()}/sheets`, { sheet, ...body });
const told = async (response: Response) => {
  const body = (await response.json()) as { state?: string; code?: string };
  return [response.status, body.state ?? body.code];
};
const board = async (person: Person) => (await (await person.call('GET', path())).json()) as PaperBoard;
const responses = async () =>
  bench.database.db.select().from(schema.surveyResponses).where(eq(schema.surveyResponses.channel, 'paper'));

describe('a sheet of paper', () => {
  it('counts once two people have read the same, and once only', async () => {
    expect(await told(await key(round.evaluator, '001'))).toEqual([201, 'once']);
    expect(await responses()).toEqual([]);
    expect(await told(await key(round.evaluator, '001'))).toEqual([409, 'paper-second-person']);
    const typed = onSheet({ Q2: ['phone', 'website'], Q12: '多公开 ' });
    expect(await told(await key(round.secondEvaluator, '001', typed))).toEqual([201, 'agreed']);
    expect(await told(await key(round.organiser, '001'))).toEqual([409, 'paper-settled']);
    const [row, ...more] = await responses();
    expect(more).toEqual([]);
    expect(row).toMatchObject({ state: 'counted', origin: null, seconds: null });
    expect(row?.answers).toMatchObject({ Q1: 'A', Q3: 'satisfied' });
    expect(row?.pattern).not.toBe('');
  });

  it('is settled by a third person where two have read it differently', async () => {
    await key(round.evaluator, '002');
    const other = onSheet({ Q3: 'dissatisfied' });
    expect(await told(await key(round.secondEvaluator, '002', other))).toEqual([201, 'differs']);
    const sheet = `${path()}/sheets/002`;
    for (const person of [round.evaluator, round.secondEvaluator]) {
      expect(await told(await person.call('GET', sheet))).toEqual([409, 'paper-third-person']);
      const settling = await person.call('POST', `${sheet}/settlement`, onSheet());
      expect(await told(settling)).toEqual([409, 'paper-third-person']);
    }
    expect(await told(await key(round.organiser, '002'))).toEqual([409, 'paper-third-person']);
    const { entries } = (await (await round.organiser.call('GET', sheet)).json()) as DifferingSheet;
    expect(entries.map(({ answers }) => answers['Q3'])).toEqual(['satisfied', 'dissatisfied']);
    const settled = await round.organiser.call('POST', `${sheet}/settlement`, other);
    expect(await told(settled)).toEqual([200, 'agreed']);
    expect(await told(await round.organiser.call('GET', sheet))).toEqual([409, 'paper-settled']);
    expect((await responses()).map(({ answers }) => answers['Q3'])).toContain('dissatisfied');
  });

  it('tells nobody what the first person has read', async () => {
    const secret = '只有原件上才有的话';
    await key(round.evaluator, '003', onSheet({ Q12: secret }));
    const seen = await Promise.all(
      [
        path(),
        `${path()}/sheets/003`,
        `/assessments/${round.slug}/audit`,
        `/assessments/${round.slug}/survey/comments`,
      ].map(async (address) => (await round.organiser.call('GET', address)).text()),
    );
    expect(seen.join()).not.toContain(secret);
    expect((await board(round.secondEvaluator)).sheets).toMatchObject([{ sheet: '003', mine: false }]);
    expect((await board(round.evaluator)).sheets).toMatchObject([
      { sheet: '003', state: 'once', mine: true },
    ]);
  });

  it('is refused with a sentence at each answer that cannot be right, and nothing is kept', async () => {
    const refused = await key(round.evaluator, '004', onSheet({ Q3: 'quite' }));
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ errors: [{ path: 'answers.Q3' }] });
    expect((await key(round.evaluator, '004', { ...onSheet(), unit: 'Z9' })).status).toBe(404);
    expect((await board(round.evaluator)).sheets.map(({ sheet }) => sheet)).not.toContain('004');
  });

  it('is counted with the others, under its channel', async () => {
    const before = (await responses()).length;
    await countSurveys({ db: bench.database.db, clock: () => bench.clock.now });
    const list = await round.organiser.call('GET', `/assessments/${round.slug}/survey/channels`);
    const { channels } = (await list.json()) as SurveyChannelList;
    expect(channels.find(({ code }) => code === 'paper')?.responses.counted).toBe(before);
    const appraised = await round.organiser.call('GET', `/assessments/${round.slug}/appraisal`);
    const { units } = (await appraised.json()) as AppraisalList;
    expect(units.find(({ code }) => code === 'C01')?.appraisal.received).toBe(before);
  });

  it('is made one response where both second entries come at once', async () => {
    await key(round.evaluator, '005');
    const before = (await responses()).length;
    const both = await Promise.all([round.secondEvaluator, round.organiser].map((one) => key(one, '005')));
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await responses()).length).toBe(before + 1);
  });

  it('keeps to the quota and the pause of its channel, and to no hours', async () => {
    await addChannel(round.organiser, round.slug, { code: 'few', kind: 'paper', quota: 1 });
    bench.clock.now = new Date('2021-02-01T00:00:00Z');
    const send = (person: Person, sheet: string) =>
      person.call('POST', `${path('few')}/sheets`, { sheet, ...onSheet() });
    for (const sheet of ['1', '2']) await send(round.evaluator, sheet);
    expect(await told(await send(round.organiser, '1'))).toEqual([201, 'agreed']);
    expect(await told(await send(round.organiser, '2'))).toEqual([409, 'channel-full']);
    const body = { ...plainChannel, quota: 5, paused: true, expectedRevision: 1 };
    await round.organiser.call('PUT', `/assessments/${round.slug}/survey/channels/few`, body);
    expect(await told(await send(round.organiser, '2'))).toEqual([409, 'survey-paused']);
  });

  it('belongs to a channel of paper', async () => {
    expect((await round.organiser.call('GET', path('open'))).status).toBe(404);
    expect((await round.reviewer.call('GET', path())).status).toBe(403);
  });

  it('is told of to those who may key it in, by what waits for them', async () => {
    const other = await createRound(bench, { units: ['C01', 'C04'], phase: 'plan' });
    const of = `/assessments/${other.slug}/survey/paper`;
    const listed = async (person: Person) => {
      const response = await person.call('GET', of);
      expect(response.status).toBe(200);
      return ((await response.json()) as { channels: PaperChannel[] }).channels;
    };
    expect(await listed(other.evaluator)).toEqual([]);
    await addChannel(other.organiser, other.slug, { code: 'sheets', kind: 'paper' });
    const send = (person: Person, sheet: string, changes = {}) =>
      person.call('POST', `${of}/sheets/sheets`, { sheet, ...onSheet(changes) });
    await send(other.evaluator, '1');
    await send(other.evaluator, '2');
    await send(other.secondEvaluator, '2', { Q3: 'dissatisfied' });
    await send(other.evaluator, '3');
    await send(other.secondEvaluator, '3');
    const waiting = async (person: Person) =>
      (await listed(person)).map(({ code, state, toKey, toSettle }) => [code, state, toKey, toSettle]);
    expect(await waiting(other.evaluator)).toEqual([['sheets', 'open', 0, 0]]);
    expect(await waiting(other.secondEvaluator)).toEqual([['sheets', 'open', 1, 0]]);
    expect(await waiting(other.organiser)).toEqual([['sheets', 'open', 1, 1]]);
    expect((await other.liaison.call('GET', of)).status).toBe(403);
    const body = { ...plainChannel, paused: true, expectedRevision: 1 };
    await other.organiser.call('PUT', `/assessments/${other.slug}/survey/channels/sheets`, body);
    expect((await listed(other.evaluator)).map(({ state }) => state)).toEqual(['paused']);
  });
});
