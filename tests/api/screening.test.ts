import { countSurveys, screenSurveys } from '@gongping/api';
import type { Appraisal, AppraisalList, AuditEntry, HeldList, SurveyView } from '@gongping/contracts';
import { schema } from '@gongping/db';
import { eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBench } from '../support/app.ts';
import { createRound, type Round } from '../support/round.ts';
import { stuffedSurvey, type Sender, type Sending } from '../support/stuffed-survey.ts';

const bench = useBench();
let round: Round;
const deps = () => ({ db: bench.database.db, clock: () => bench.clock.now });
const responses = schema.surveyResponses;
const senders = new Map<string, Sender>();
const refused = new Map<Sender, number>();

const appraisal = async (): Promise<Appraisal> => {
  const response = await round.organiser.call('GET', `/assessments/${round.slug}/appraisal`);
  const { units } = (await response.json()) as AppraisalList;
  const found = units.find(({ code }) => code === 'C01')?.appraisal;
  if (!found) throw new Error('C01 has no appraisal');
  return found;
};
const held = async (query = ''): Promise<HeldList> => {
  const response = await round.organiser.call('GET', `/assessments/${round.slug}/survey/held${query}`);
  expect(response.status).toBe(200);
  return (await response.json()) as HeldList;
};
const decide = async (body: object): Promise<number> => {
  bench.clock.now = new Date(bench.clock.now.getTime() + 1000);
  const response = await round.organiser.call(
    'POST',
    `/assessments/${round.slug}/survey/held/decisions`,
    body,
  );
  expect(response.status, await response.clone().text()).toBe(200);
  return ((await response.json()) as { changed: number }).changed;
};
/** The figures as if nothing had been counted before. */
const countedAnew = async (): Promise<Appraisal> => {
  const db = bench.database.db;
  const kept = await db.select().from(schema.surveyCounts);
  await db.delete(schema.surveyCounts);
  const anew = await appraisal();
  await db.insert(schema.surveyCounts).values(kept);
  return anew;
};
/** Answers of the base by sender and state. */
async function tally(): Promise<Record<string, number>> {
  const rows = await bench.database.db
    .select({ receipt: responses.receipt, state: responses.state })
    .from(responses);
  const counts: Record<string, number> = {};
  for (const { receipt, state } of rows) {
    const key = `${senders.get(receipt) ?? ''} ${state}`;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

async function send({ sender, minute, browser, body }: Sending, opensAt: Date): Promise<void> {
  bench.clock.now = new Date(opensAt.getTime() + minute * 60_000);
  const response = await bench.anonymous('POST', `/public/surveys/${round.slug}/responses`, body, {
    'user-agent': browser,
  });
  if (response.status !== 201) {
    refused.set(sender, (refused.get(sender) ?? 0) + 1);
    return;
  }
  senders.set(((await response.json()) as { receipt: string }).receipt, sender);
}

let sent: Sending[];
let raw: Appraisal;
beforeAll(async () => {
  round = await createRound(bench, { units: ['C01', 'C04'] });
  const view = await round.organiser.call('GET', `/assessments/${round.slug}/survey`);
  const opensAt = new Date(((await view.json()) as SurveyView).opensAt);
  sent = stuffedSurvey('C01');
  for (const [n, one] of sent.entries()) {
    await send(one, opensAt);
    // As it goes: counted and screened while answers come.
    if (n % 150 === 0) await countSurveys(deps());
  }
  raw = await appraisal();
  await countSurveys(deps());
}, 120_000);

describe('one sending of five is false', () => {
  it('guessed tokens never get in', async () => {
    const guesses = sent.filter(({ sender }) => sender === 'token-guessing').length;
    expect(refused).toEqual(new Map([['token-guessing', guesses]]));
    expect((await tally())['token-guessing counted']).toBeUndefined();
  });

  it('scripts, drips and copies are held, and hardly anybody else', async () => {
    const all = await tally();
    const found = await screenSurveys(deps());
    const now = await tally();
    for (const sender of ['burst', 'drip', 'copied-text'] as const)
      expect((now[`${sender} held`] ?? 0) / (all[`${sender} counted`] ?? 0), sender).toBeGreaterThanOrEqual(
        0.95,
      );
    expect((now['person held'] ?? 0) / (all['person counted'] ?? 0)).toBeLessThanOrEqual(0.015);
    expect(Object.entries(now).reduce((sum, [key, n]) => sum + (key.endsWith(' held') ? n : 0), 0)).toBe(
      found,
    );
    expect(await screenSurveys(deps())).toBe(0);
  });

  it('the people’s score is within the interval again, and the counts were moved along', async () => {
    const cleaned = await appraisal();
    const honest = await asIfHonest();
    expect(honest.score).not.toBeNull();
    expect(raw.interval?.lower).toBeGreaterThan(honest.score ?? 0);
    expect(cleaned.interval?.lower).toBeLessThanOrEqual(honest.score ?? 0);
    expect(cleaned.interval?.upper).toBeGreaterThanOrEqual(honest.score ?? 0);
    expect(cleaned).toEqual(await countedAnew());
    expect(cleaned.raw).toEqual({
      received: raw.received,
      valid: raw.valid,
      score: raw.score,
      interval: raw.interval,
    });
    expect(cleaned.states).toEqual({
      counted: cleaned.received,
      held: raw.received - cleaned.received,
      refused: 0,
    });
    const hours = await bench.database.db.select().from(schema.surveyHours);
    const inHours = (state: string) =>
      hours.reduce((sum, row) => sum + (row.state === state ? row.responses : 0), 0);
    expect([inHours('counted'), inHours('held')]).toEqual([
      cleaned.received,
      raw.received - cleaned.received,
    ]);
  });

  it('the organiser looks through them by sign, unit and channel', async () => {
    const all = await held();
    expect(all.total).toBeGreaterThan(70);
    expect(all.responses).toHaveLength(50);
    expect(all.responses.every(({ state, unit }) => state === 'held' && unit === 'C01')).toBe(true);
    const copied = await held('?sign=copied-text&unit=C01&channel=open');
    expect(copied.total).toBe(all.bySign['copied-text']);
    expect(copied.responses.every(({ answers }) => String(answers['Q12']).includes('非常好'))).toBe(true);
    expect((await held('?unit=C04')).total).toBe(0);
    expect((await held('?page=2')).responses.length).toBe(Math.min(50, all.total - 50));
    expect((await held('?state=counted')).total).toBe(0);
  });

  it('decides on some and on all of a filter, both ways, and tells why in the log', async () => {
    const before = await appraisal();
    const [one, two] = (await held()).responses;
    const responsesOf = [one?.id ?? '', two?.id ?? ''];
    expect(await decide({ decision: 'count', responses: responsesOf, reason: '电话核实' })).toBe(2);
    const released = await appraisal();
    expect(released.received).toBe(before.received + 2);
    expect(released).toEqual(await countedAnew());
    // What somebody let count is not held again.
    await touch();
    expect(await screenSurveys(deps())).toBe(0);
    expect((await held('?state=counted')).total).toBe(2);

    expect(await decide({ decision: 'refuse', responses: responsesOf, reason: '核实有误' })).toBe(2);
    const rest = (await held()).total;
    expect(await decide({ decision: 'refuse', filter: { state: 'held' }, reason: '均为刷票' })).toBe(rest);
    const end = await appraisal();
    expect(end.states).toEqual({ counted: before.received, held: 0, refused: rest + 2 });
    expect(end).toEqual(await countedAnew());
    expect({ ...end, states: null, channels: null }).toEqual({ ...before, states: null, channels: null });

    const log = await round.organiser.call('GET', `/assessments/${round.slug}/audit?limit=5`);
    const { entries } = (await log.json()) as { entries: AuditEntry[] };
    expect(entries[0]).toMatchObject({
      action: 'response.decide',
      reason: '均为刷票',
      after: { changed: rest },
    });
  });

  it('undoes a decision as a whole, but for what was decided otherwise since', async () => {
    const before = await appraisal();
    const copied = (await held('?state=refused&sign=copied-text')).total;
    expect(copied).toBeGreaterThan(10);
    const filter = { state: 'refused', sign: 'copied-text' };
    expect(await decide({ decision: 'count', filter, reason: '看错了' })).toBe(copied);
    const [decision] = (await held()).decisions;
    expect(decision).toMatchObject({ decision: 'count', reason: '看错了', changed: copied, undone: false });
    const [one] = (await held('?state=counted&sign=copied-text')).responses;
    expect(await decide({ decision: 'refuse', responses: [one?.id], reason: '确为刷票' })).toBe(1);

    const undo = (id: string) =>
      round.organiser.call('POST', `/assessments/${round.slug}/survey/held/decisions/${id}/undo`);
    const undone = async (id: string) => {
      const response = await undo(id);
      expect(response.status, await response.clone().text()).toBe(200);
      return ((await response.json()) as { changed: number }).changed;
    };
    expect(await undone(decision?.id ?? '')).toBe(copied - 1);
    const after = await appraisal();
    expect(after).toEqual(before);
    expect(after).toEqual(await countedAnew());
    expect(await undone(decision?.id ?? '')).toBe(0);
    const { decisions } = await held();
    expect(decisions.map(({ changed, undone: back }) => [changed, back]).slice(0, 2)).toEqual([
      [1, false],
      [copied, true],
    ]);
    expect(decisions).toHaveLength(5);
    // What was held before is held again.
    const [last] = decisions;
    expect(await undone(last?.id ?? '')).toBe(1);
    expect((await held('?state=counted&sign=copied-text')).total).toBe(1);
    expect(await decide({ decision: 'refuse', filter: { state: 'counted' }, reason: '确为刷票' })).toBe(1);
    const [bulk] = (await held()).decisions.filter(({ reason }) => reason === '均为刷票');
    expect(await undone(bulk?.id ?? '')).toBeGreaterThan(0);
    expect((await held()).total).toBeGreaterThan(0);
    expect(
      await decide({ decision: 'refuse', filter: { state: 'held' }, reason: '均为刷票' }),
    ).toBeGreaterThan(0);
    expect(await appraisal()).toEqual(before);
    expect((await undo('00000000-0000-4000-8000-000000000000')).status).toBe(404);
  });

  it('answers that nothing speaks against are nobody’s to refuse', async () => {
    const [row] = await bench.database.db
      .select({ id: responses.id })
      .from(responses)
      .where(eq(responses.state, 'counted'))
      .limit(1);
    await bench.database.db
      .update(responses)
      .set({ signs: [] })
      .where(eq(responses.id, row?.id ?? ''));
    expect(await decide({ decision: 'refuse', responses: [row?.id ?? ''], reason: '不喜欢' })).toBe(0);
  });
});

/** The appraisal without what was false: as the people alone would have it. */
async function asIfHonest(): Promise<Appraisal> {
  const db = bench.database.db;
  const before = await db.select({ id: responses.id, state: responses.state }).from(responses);
  const honest = [...senders].flatMap(([receipt, sender]) => (sender === 'person' ? [receipt] : []));
  await db.update(responses).set({
    state: sql`case when ${responses.receipt} = any(${sql.param(honest)}::text[]) then 'counted' else 'refused' end`,
  });
  const found = await countedAnew();
  for (const state of ['counted', 'held', 'refused'] as const) {
    const ids = before.flatMap((row) => (row.state === state ? [row.id] : []));
    await db
      .update(responses)
      .set({ state })
      .where(sql`${responses.id} = any(${sql.param(ids)}::uuid[])`);
  }
  return found;
}

/** As if something had come since it was screened. */
const touch = () => bench.database.db.update(schema.surveyCounts).set({ screened: 0 });
