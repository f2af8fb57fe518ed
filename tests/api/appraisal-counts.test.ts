import { countSurveys } from '@gongping/api';
import type { Appraisal, AppraisalList } from '@gongping/contracts';
import { schema } from '@gongping/db';
import { eq, sql } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { useBench } from '../support/app.ts';
import { onPostgres } from '../support/database.ts';
import { createRound, type Round } from '../support/round.ts';

const bench = useBench();
let round: Round;
let surveyId = '';

beforeAll(async () => {
  round = await createRound(bench, { units: ['C01', 'C04'] });
  const [survey] = await bench.database.db
    .select()
    .from(schema.surveys)
    .where(eq(schema.surveys.assessmentId, round.assessmentId));
  surveyId = survey?.id ?? '';
});
beforeEach(async () => {
  const { db } = bench.database;
  for (const table of [schema.surveyResponses, schema.surveyTallies, schema.surveyHours, schema.surveyCounts])
    await db.delete(table);
});

const scale = [100, 80, 60, 30, 0];

/** The `n`th of many answers that differ. */
async function answer(n: number): Promise<void> {
  const answers: Record<string, unknown> = {
    Q1: 'ABCDEF'[n % 6],
    Q2: n % 2 ? ['website', 'phone'] : ['website'],
  };
  for (let question = 3; question <= 11; question += 1)
    if ((n + question) % 7 !== 0) answers[`Q${question}`] = scale[(n * question) % 5];
  const body = { unit: n % 3 === 0 ? 'C04' : 'C01', answers };
  const response = await bench.anonymous('POST', `/public/surveys/${round.slug}/responses`, body);
  expect(response.status, await response.clone().text()).toBe(201);
}

const answerAll = (from: number, to: number) =>
  Promise.all(Array.from({ length: to - from }, (_, n) => answer(from + n)));
const count = () => countSurveys({ db: bench.database.db, clock: () => bench.clock.now });

async function appraisals(): Promise<Map<string, Appraisal>> {
  const response = await round.organiser.call('GET', `/assessments/${round.slug}/appraisal`);
  const { units } = (await response.json()) as AppraisalList;
  return new Map(units.map(({ code, appraisal }) => [code, appraisal]));
}

/** As if nothing had been counted yet. */
async function uncounted(): Promise<Map<string, Appraisal>> {
  const db = bench.database.db;
  const kept = await db.select().from(schema.surveyCounts);
  await db.delete(schema.surveyCounts);
  const anew = await appraisals();
  await db.insert(schema.surveyCounts).values(kept);
  return anew;
}

it('gives the same figures however much was counted before', async () => {
  await answerAll(0, 40);
  const before = await appraisals();
  expect(before.get('C01')?.received).toBe(26);
  expect(await count()).toBe(40);
  expect(await appraisals()).toEqual(before);
  expect(await count()).toBe(0);
  await answerAll(40, 75);
  const partly = await appraisals();
  expect(partly).toEqual(await uncounted());
  expect(await count()).toBe(35);
  expect(await appraisals()).toEqual(partly);
});

it('misses nothing and counts nothing twice while answers come', async () => {
  const total = onPostgres() ? 200 : 40;
  const coming = answerAll(0, total);
  let counted = 0;
  for (let round = 0; round < 5; round += 1) counted += await count();
  await coming;
  counted += await count();
  expect(counted).toBe(total);
  const kept = await appraisals();
  expect([...kept.values()].reduce((sum, { received }) => sum + received, 0)).toBe(total);
  expect(kept).toEqual(await uncounted());
});

it('counts answers that were stored before patterns were', async () => {
  await answerAll(0, 20);
  const before = await appraisals();
  await bench.database.db.update(schema.surveyResponses).set({ pattern: '' });
  expect(await appraisals()).toEqual(before);
  expect(await count()).toBe(20);
  expect(await appraisals()).toEqual(before);
  expect(await bench.database.db.$count(schema.surveyResponses, eq(schema.surveyResponses.pattern, ''))).toBe(
    0,
  );
});

it('counts anew by another method', async () => {
  await answerAll(0, 30);
  await count();
  const before = await appraisals();
  const assessments = schema.assessments;
  await bench.database.db
    .update(assessments)
    .set({ appraisalMethod: sql`jsonb_set(${assessments.appraisalMethod}, '{minimumAnswered}', '8')` })
    .where(eq(assessments.id, round.assessmentId));
  const strict = await appraisals();
  expect(strict.get('C01')?.valid).toBeLessThan(before.get('C01')?.valid ?? 0);
  expect(await count()).toBe(30);
  expect(await appraisals()).toEqual(strict);
});

it('keeps the hours in which answers came', async () => {
  await answerAll(0, 12);
  await count();
  const hours = await bench.database.db
    .select()
    .from(schema.surveyHours)
    .where(eq(schema.surveyHours.surveyId, surveyId));
  expect(hours).toHaveLength(2);
  expect(hours.every(({ hour }) => hour.toISOString() === '2020-10-12T02:00:00.000Z')).toBe(true);
  expect(hours.map(({ responses }) => responses).toSorted()).toEqual([4, 8]);
});
