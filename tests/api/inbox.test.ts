import { remindByTime } from '@gongping/api';
import type { inbox, MessageKind, Procedure } from '@gongping/contracts';
import { schema } from '@gongping/db';
import { and, eq } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { useBench, type Person } from '../support/app.ts';
import { createRound, type Round, type RoundOptions } from '../support/round.ts';

type Inbox = z.infer<typeof inbox>;

const bench = useBench();
const start = new Date('2020-10-12T02:00:00Z');

afterEach(() => {
  bench.clock.now = start;
});

const selfFirst: Partial<Procedure> = { selfAssessment: true };

async function roundWith(procedure: Partial<Procedure>, more: Partial<RoundOptions['settings']> = {}) {
  const base: Procedure = {
    selfAssessment: false,
    claimsShown: false,
    doubleScoring: false,
    arbitrationThreshold: 0.2,
    agreed: 'mean',
    feedback: false,
    appeal: false,
    appealWorkingDays: 5,
  };
  const settings = { procedure: { ...base, ...procedure }, ...more };
  return createRound(bench, { units: ['C01', 'C04'], phase: 'plan', settings });
}

async function move(round: Round, to: string, reason = ''): Promise<void> {
  const body = { to, reason, acceptUnscored: false };
  const response = await round.organiser.call('POST', `/assessments/${round.slug}/phase`, body);
  expect(response.status, await response.clone().text()).toBe(200);
}

async function inboxOf(person: Person, headers: Record<string, string> = {}): Promise<Inbox> {
  const response = await person.call('GET', '/inbox', undefined, headers);
  expect(response.status).toBe(200);
  return (await response.json()) as Inbox;
}

const kindsOf = async (person: Person): Promise<MessageKind[]> =>
  (await inboxOf(person)).messages.map(({ kind }) => kind);

const remind = () => remindByTime({ db: bench.database.db, clock: () => bench.clock.now });

describe('a phase that opens', () => {
  it('is told to those whose turn it is, in their language, and again when it is reopened', async () => {
    const dates = { self_assessment: { start: '2020-10-01', end: '2020-11-30' } };
    const round = await roundWith(selfFirst, { phaseDates: dates });
    await move(round, 'self_assessment');
    const { messages, unread } = await inboxOf(round.liaison);
    expect(unread).toBe(1);
    expect(messages).toMatchObject([
      {
        kind: 'phase-opened',
        title: '自评阶段已开始',
        path: `/work/assessments/${round.slug}/self-assessment/C01`,
        readAt: null,
      },
    ]);
    expect(messages[0]?.body).toContain('2020-11-30');
    const english = await inboxOf(round.liaison, { 'accept-language': 'en' });
    expect(english.messages[0]?.title).toBe('Self-assessment has begun');
    expect(await kindsOf(round.evaluator)).toEqual([]);

    await move(round, 'scoring');
    const { messages: opened } = await inboxOf(round.evaluator);
    expect(opened).toMatchObject([{ kind: 'phase-opened', path: `/work/assessments/${round.slug}/scoring` }]);
    expect(await kindsOf(round.liaison)).toEqual(['phase-opened']);
    await move(round, 'self_assessment', '补充材料');
    expect(await kindsOf(round.liaison)).toEqual(['phase-opened', 'phase-opened']);
  });

  it('is not told where the step is refused', async () => {
    const round = await roundWith(selfFirst);
    const response = await round.organiser.call('POST', `/assessments/${round.slug}/phase`, {
      to: 'scoring',
      reason: '',
    });
    expect(response.status).toBe(409);
    expect(await kindsOf(round.evaluator)).toEqual([]);
  });
});

describe('reminders by the calendar', () => {
  it('come two days before the end and after it, once each, to those with open work alone', async () => {
    const dates = { self_assessment: { start: '2020-10-01', end: '2020-10-31' } };
    const round = await roundWith(selfFirst, { phaseDates: dates });
    const unitId = round.unit('C04').id;
    const done = await bench.person([{ role: 'liaison', assessmentId: round.assessmentId, unitId }]);
    await move(round, 'self_assessment');
    await bench.database.db.insert(schema.claimSubmissions).values({
      assessmentId: round.assessmentId,
      unitId,
      submittedBy: done.id,
      submittedAt: bench.clock.now,
    });
    const opened = ['phase-opened'];

    // 2020-10-28 23:59 in Shanghai: three days before.
    bench.clock.now = new Date('2020-10-28T15:59:00Z');
    await remind();
    expect(await kindsOf(round.liaison)).toEqual(opened);
    bench.clock.now = new Date('2020-10-28T16:00:00Z');
    await remind();
    await remind();
    expect(await kindsOf(round.liaison)).toEqual(['phase-ends', ...opened]);
    // Late from the first minute of the day after.
    bench.clock.now = new Date('2020-10-31T15:59:00Z');
    await remind();
    expect(await kindsOf(round.liaison)).toEqual(['phase-ends', ...opened]);
    bench.clock.now = new Date('2020-10-31T16:00:00Z');
    await Promise.all([remind(), remind()]);
    expect(await kindsOf(round.liaison)).toEqual(['phase-late', 'phase-ends', ...opened]);
    expect(await kindsOf(done)).toEqual(opened);
    const { messages } = await inboxOf(round.liaison);
    const sheet = `/work/assessments/${round.slug}/self-assessment/C01`;
    expect(new Set(messages.map(({ path }) => path))).toEqual(new Set([sheet]));
  });

  it('come again for a later last day', async () => {
    const round = await roundWith(
      {},
      { phaseDates: { scoring: { start: '2020-10-01', end: '2020-10-13' } } },
    );
    await move(round, 'scoring');
    bench.clock.now = new Date(start.getTime() + 1000);
    await remind();
    const extension = { end: '2020-10-20', reason: '材料未齐' };
    await round.organiser.call('POST', `/assessments/${round.slug}/phase/extension`, extension);
    await remind();
    expect(await kindsOf(round.evaluator)).toEqual(['phase-ends', 'phase-opened']);
    bench.clock.now = new Date('2020-10-18T02:00:00Z');
    await remind();
    expect(await kindsOf(round.evaluator)).toEqual(['phase-ends', 'phase-ends', 'phase-opened']);
  });
});

describe('a reminder of somebody who speaks for several units', () => {
  it('leads to the list of them', async () => {
    const round = await roundWith(selfFirst);
    const of = (code: string) => ({
      role: 'liaison' as const,
      assessmentId: round.assessmentId,
      unitId: round.unit(code).id,
    });
    const both = await bench.person([of('C01'), of('C04')]);
    await move(round, 'self_assessment');
    const { messages } = await inboxOf(both);
    expect(messages).toMatchObject([{ path: `/work/assessments/${round.slug}/self-assessment` }]);
  });
});

describe('the organiser reminds', () => {
  it('the liaisons and evaluators chosen, nobody else, and the log keeps the words', async () => {
    const round = await roundWith({});
    const reminder = {
      unitIds: [round.unit('C01').id],
      evaluatorIds: [round.secondEvaluator.id, round.leader.id],
      text: '请于周五前补齐 {phase} 佐证。',
    };
    const path = `/assessments/${round.slug}/reminders`;
    const response = await round.organiser.call('POST', path, reminder);
    expect(response.status).toBe(201);
    expect(await response.json()).toEqual({ sent: 2 });
    const { messages } = await inboxOf(round.liaison);
    // What looks like a place in the organiser's words is left as it was typed.
    expect(messages[0]).toMatchObject({ kind: 'reminder', body: reminder.text });
    expect(await kindsOf(round.secondEvaluator)).toEqual(['reminder']);
    expect(await kindsOf(round.evaluator)).toEqual([]);
    expect(await kindsOf(round.leader)).toEqual([]);
    const [entry] = await bench.database.db
      .select()
      .from(schema.auditEntries)
      .where(
        and(
          eq(schema.auditEntries.scope, round.assessmentId),
          eq(schema.auditEntries.action, 'reminder.send'),
        ),
      );
    expect(entry?.after).toEqual({ people: 2, text: reminder.text });
  });

  it('has to say something, to somebody', async () => {
    const round = await roundWith({});
    const send = async (body: unknown) =>
      (await round.organiser.call('POST', `/assessments/${round.slug}/reminders`, body)).status;
    expect(await send({ unitIds: [], evaluatorIds: [], text: '请尽快' })).toBe(422);
    expect(await send({ unitIds: [round.unit('C01').id], evaluatorIds: [], text: '  ' })).toBe(422);
  });
});

describe('an inbox', () => {
  it('is its owner’s alone: others neither see nor mark its messages', async () => {
    const round = await roundWith(selfFirst);
    await move(round, 'self_assessment');
    const { messages } = await inboxOf(round.liaison);
    const ids = messages.map(({ id }) => id);
    expect((await inboxOf(round.organiser)).messages).toEqual([]);
    await round.organiser.call('POST', '/inbox/read', { ids });
    await round.organiser.call('POST', '/inbox/read', { ids: null });
    const unread = async () => (await round.liaison.call('GET', '/inbox/unread')).json();
    expect(await unread()).toEqual({ unread: 1 });
    const read = await round.liaison.call('POST', '/inbox/read', { ids });
    expect(await read.json()).toEqual({ unread: 0 });
    expect((await inboxOf(round.liaison)).messages[0]?.readAt).toBe(bench.clock.now.toISOString());
  });

  it('goes on page by page', async () => {
    const round = await roundWith({});
    for (const text of ['一', '二', '三']) {
      bench.clock.now = new Date(bench.clock.now.getTime() + 1000);
      const reminder = { unitIds: [round.unit('C01').id], evaluatorIds: [], text };
      await round.organiser.call('POST', `/assessments/${round.slug}/reminders`, reminder);
    }
    const page = async (query: string) =>
      (await (await round.liaison.call('GET', `/inbox?limit=2${query}`)).json()) as Inbox;
    const first = await page('');
    expect(first.messages.map(({ body }) => body)).toEqual(['三', '二']);
    const second = await page(`&before=${first.next ?? ''}`);
    expect(second.messages.map(({ body }) => body)).toEqual(['一']);
    expect(second.next).toBeNull();
  });
});
