import { publicSurvey, surveyView } from '@gongping/contracts';
import { schema } from '@gongping/db';
import { and, eq } from 'drizzle-orm';
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBench } from '../support/app.ts';
import { onPostgres } from '../support/database.ts';
import { createRound, type Round } from '../support/round.ts';

const bench = useBench();
let round: Round;
beforeAll(async () => {
  round = await createRound(bench);
});

const path = () => `/public/surveys/${round.slug}`;
const answer = (body: unknown, headers?: Record<string, string>) =>
  bench.anonymous('POST', `${path()}/responses`, body, headers);
const good = (changes: Record<string, unknown> = {}) => ({
  unit: 'C01',
  answers: { Q1: 'A', Q3: 80, Q4: 'very-satisfied', Q8: 'dont-know', ...changes },
});
const stored = async (key: string) =>
  bench.database.db
    .select()
    .from(schema.surveyResponses)
    .where(eq(schema.surveyResponses.once, createHash('sha256').update(`answer:${key}`).digest()));

describe('GET /public/surveys', () => {
  it('lists surveys that take answers, and no others', async () => {
    const open = await bench.anonymous('GET', '/public/surveys');
    expect(await open.json()).toMatchObject({ surveys: [{ slug: round.slug, status: 'open' }] });
    await atTime('2019-01-01T00:00:00Z', async () => {
      const none = await bench.anonymous('GET', '/public/surveys');
      expect(await none.json()).toEqual({ surveys: [] });
    });
  });

  it('shows who asks, the questions and the units', async () => {
    const response = await bench.anonymous('GET', path());
    const survey = publicSurvey.parse(await response.json());
    expect(survey.organiser.zh).toBe('株洲市人民政府办公室');
    expect(survey.questionnaire.questions).toHaveLength(12);
    expect(survey.units.map(({ code }) => code)).toContain('C01');
  });

  it('answers 404 for a survey that is not there', async () => {
    expect((await bench.anonymous('GET', '/public/surveys/1999')).status).toBe(404);
    const response = await bench.anonymous('POST', '/public/surveys/1999/responses', good());
    expect(response.status).toBe(404);
  });
});

describe('POST /public/surveys/{slug}/responses', () => {
  it('stores the answers as option codes and gives a receipt', async () => {
    const response = await answer(good(), { 'idempotency-key': 'first' });
    expect(response.status).toBe(201);
    const receipt = (await response.json()) as { receipt: string };
    expect(receipt.receipt).toMatch(/^[3-9A-Y]{4}-[3-9A-Y]{4}-[3-9A-Y]{4}$/);
    const [row] = await stored('first');
    expect(row?.receipt).toBe(receipt.receipt);
    expect(row?.answers).toEqual({
      Q1: 'A',
      Q3: 'satisfied',
      Q4: 'very-satisfied',
      Q8: 'dont-know',
    });
  });

  it('answers the same receipt to the same key and body, whichever way the answer is written', async () => {
    const key = { 'idempotency-key': 'again' };
    const first = await answer(good(), key);
    const second = await answer(good({ Q3: 'satisfied' }), key);
    expect(second.status).toBe(200);
    expect(await second.json()).toEqual(await first.json());
    expect(await stored('again')).toHaveLength(1);
  });

  it('answers the receipt again after the survey has closed', async () => {
    const key = { 'idempotency-key': 'late' };
    await answer(good(), key);
    await atTime('2030-01-01T00:00:00Z', async () => expect((await answer(good(), key)).status).toBe(200));
  });

  it('refuses the same key with another body', async () => {
    const key = { 'idempotency-key': 'other' };
    await answer(good(), key);
    const response = await answer(good({ Q3: 0 }), key);
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({ code: 'idempotency-mismatch' });
    expect(await stored('other')).toHaveLength(1);
  });

  it('stores one response where the same key arrives many times at once', async () => {
    const key = { 'idempotency-key': 'race' };
    const responses = await Promise.all(
      Array.from({ length: onPostgres() ? 20 : 4 }, () => answer(good(), key)),
    );
    const receipts = new Set(
      await Promise.all(responses.map(async (one) => JSON.stringify(await one.json()))),
    );
    expect(receipts.size).toBe(1);
    expect(responses.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(await stored('race')).toHaveLength(1);
  });

  it('takes answers without a key as often as they come', async () => {
    const receipts = await Promise.all(
      [answer(good()), answer(good())].map(async (one) => (await one).text()),
    );
    expect(new Set(receipts).size).toBe(2);
  });

  it.each([
    ['2020-09-30T15:59:59Z', 409],
    ['2020-09-30T16:00:00Z', 201],
    ['2020-10-31T15:59:59Z', 201],
    ['2020-10-31T16:00:00Z', 409],
  ])('at %s answers %d', async (time, status) => {
    await setHours('2020-10-01T00:00:00+08:00', '2020-10-31T23:59:59+08:00');
    await atTime(time, async () => {
      const response = await answer(good());
      expect(response.status).toBe(status);
      if (status === 409) {
        const problem = (await response.json()) as { code: string; detail: string };
        expect(problem.code).toBe('survey-not-open');
        expect(problem.detail).toContain('2020-10-01 00:00 至 2020-10-31 23:59');
      }
    });
  });

  it('refuses a unit that is not assessed', async () => {
    const response = await answer({ ...good(), unit: 'Z99' });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: 'unit-not-assessed' });
  });

  it.each([
    ['an unknown question', { Q99: 'A' }, 'answers.Q99'],
    ['an unknown option', { Q3: 'quite' }, 'answers.Q3'],
    ['a value off the scale', { Q3: 81 }, 'answers.Q3'],
    ['a number for a group', { Q1: 1 }, 'answers.Q1'],
    ['two answers to a single question', { Q1: ['A', 'B'] }, 'answers.Q1'],
    ['an unknown channel', { Q2: ['website', 'pigeon'] }, 'answers.Q2'],
    ['a channel twice', { Q2: ['website', 'website'] }, 'answers.Q2'],
    ['a number for words', { Q12: 5 }, 'answers.Q12'],
    ['501 characters', { Q12: '政'.repeat(501) }, 'answers.Q12'],
    ['no group', { Q1: '' }, 'answers.Q1'],
  ])('refuses %s and stores nothing', async (name, changes, field) => {
    const response = await answer(good(changes), { 'idempotency-key': name.replaceAll(' ', '-') });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: 'invalid-input', errors: [{ path: field }] });
    expect(await stored(name.replaceAll(' ', '-'))).toEqual([]);
  });

  it('takes 500 characters and several channels', async () => {
    const changes = { Q2: ['website', 'hall'], Q12: '公'.repeat(500) };
    const response = await answer(good(changes), { 'idempotency-key': 'long' });
    expect(response.status).toBe(201);
    const [row] = await stored('long');
    expect(row?.answers).toMatchObject(changes);
  });

  it.each(['\u0000', '\ud800', '\u001b'])(
    'refuses the character %j, which nothing can keep',
    async (character) => {
      const response = await answer(good({ Q12: `公开${character}` }));
      expect(response.status).toBe(422);
      expect(await response.json()).toMatchObject({ code: 'invalid-input' });
    },
  );

  it.each(['with space', '政', 'x'.repeat(201)])('refuses the key %s', async (key) => {
    const response = await answer(good(), { 'idempotency-key': encodeHeader(key) });
    expect(response.status).toBe(422);
  });
});

describe("the organiser's view", () => {
  it('counts answers by unit and day', async () => {
    const response = await round.organiser.call('GET', `/assessments/${round.slug}/survey`);
    const view = surveyView.parse(await response.json());
    expect(view.path).toBe(`/s/${round.slug}`);
    const first = view.units.find(({ code }) => code === 'C01');
    expect(first?.responses).toBe(view.responses);
    expect(first?.path).toBe(`/s/${round.slug}/C01`);
    expect(view.byDay.reduce((sum, { responses }) => sum + responses, 0)).toBe(view.responses);
  });

  it('is hidden from the public, strangers and evaluators', async () => {
    expect((await bench.anonymous('GET', `/assessments/${round.slug}/survey`)).status).toBe(401);
    expect((await round.evaluator.call('GET', `/assessments/${round.slug}/survey`)).status).toBe(403);
    expect((await round.leader.call('GET', '/assessments/1999/survey')).status).toBe(404);
    expect((await round.leader.call('GET', `/assessments/${round.slug}/survey/comments`)).status).toBe(403);
  });

  it('changes hours once, keeps the old ones in the log, and refuses a stale change', async () => {
    const change = {
      expectedRevision: 1,
      title: '政务公开社会评议',
      opensAt: '2020-10-01T00:00:00+08:00',
      closesAt: '2020-11-15T23:59:59+08:00',
    };
    const changed = await round.organiser.call('PUT', `/assessments/${round.slug}/survey`, change);
    expect(changed.status).toBe(200);
    expect(await changed.json()).toMatchObject({ revision: 2, closesAt: '2020-11-15T15:59:59.000Z' });
    const stale = await round.organiser.call('PUT', `/assessments/${round.slug}/survey`, change);
    expect(stale.status).toBe(409);
    expect(await stale.json()).toMatchObject({ code: 'stale', current: { revision: 2 } });
    const entries = await bench.database.db
      .select()
      .from(schema.auditEntries)
      .where(
        and(
          eq(schema.auditEntries.scope, round.assessment.id),
          eq(schema.auditEntries.action, 'survey.change'),
        ),
      );
    expect(entries).toHaveLength(1);
    const reversed = { ...change, expectedRevision: 2, closesAt: change.opensAt };
    const refused = await round.organiser.call('PUT', `/assessments/${round.slug}/survey`, reversed);
    expect(await refused.json()).toMatchObject({ code: 'invalid-input', errors: [{ path: 'closesAt' }] });
  });

  it('reads the comments newest first', async () => {
    await answer(good({ Q12: '多一些面对面的解读' }));
    const response = await round.organiser.call('GET', `/assessments/${round.slug}/survey/comments`);
    const { comments } = (await response.json()) as { comments: { text: string; unit: string }[] };
    expect(comments.map(({ text }) => text)).toContain('多一些面对面的解读');
  });
});

describe('GET /assessments/{slug}/appraisal', () => {
  it('gives no score below the minimum sample, and the counts', async () => {
    const response = await round.leader.call('GET', `/assessments/${round.slug}/appraisal`);
    const { units } = (await response.json()) as { units: { code: string; appraisal: object }[] };
    expect(units.find(({ code }) => code === 'C04')?.appraisal).toMatchObject({
      received: 0,
      valid: 0,
      score: null,
      reason: 'sample-too-small',
    });
    const first = units.find(({ code }) => code === 'C01')?.appraisal;
    expect(first).toMatchObject({ valid: 0, score: null });
  });
});

async function setHours(opensAt: string, closesAt: string): Promise<void> {
  await bench.database.db
    .update(schema.surveys)
    .set({ opensAt: new Date(opensAt), closesAt: new Date(closesAt) })
    .where(eq(schema.surveys.slug, round.slug));
}

async function atTime(time: string, act: () => Promise<unknown>): Promise<void> {
  const before = bench.clock.now;
  bench.clock.now = new Date(time);
  try {
    await act();
  } finally {
    bench.clock.now = before;
  }
}

/** Headers are bytes: what is not Latin-1 arrives as its UTF-8 bytes. */
function encodeHeader(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}
