import type { AppraisalList } from '@gongping/contracts';
import { schema } from '@gongping/db';
import { eq, sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { useBench } from '../support/app.ts';
import { answerSurvey, closeScoring, fullMarks, scoreRound } from '../support/finished-round.ts';
import { createRound, type Round } from '../support/round.ts';

const bench = useBench();
const units = ['C01', 'C04'] as const;
let later: Round;

const unitsOf = async (round: Round): Promise<AppraisalList['units']> => {
  const response = await round.leader.call('GET', `/assessments/${round.slug}/appraisal`);
  return ((await response.json()) as AppraisalList).units;
};

beforeAll(async () => {
  const earlier = await createRound(bench, { units, settings: { year: 2018, title: '2018年评估' } });
  await scoreRound(bench, earlier, fullMarks);
  await answerSurvey(bench, earlier, { unit: 'C01', count: 100, grade: 'satisfied' });
  await answerSurvey(bench, earlier, { unit: 'C04', count: 20, grade: 'fairly-satisfied' });
  await closeScoring(earlier);
  const publication = await earlier.organiser.call('POST', `/assessments/${earlier.slug}/publications`, {
    reason: '',
  });
  expect(publication.status, await publication.clone().text()).toBe(201);
  expect((await unitsOf(earlier)).map(({ previous }) => previous)).toEqual([null, null]);
  later = await createRound(bench, { units, settings: { year: 2019, title: '2019年评估' } });
});

it('stands beside each unit, question by question where there was a score', async () => {
  const [scored, small] = await unitsOf(later);
  expect(scored?.previous).toMatchObject({ year: 2018, interval: { lower: 80, upper: 80 } });
  expect(scored?.previous?.score).toBeCloseTo(80, 9);
  const codes = Array.from({ length: 9 }, (_, at) => `Q${at + 3}`);
  expect(scored?.previous?.means).toEqual(Object.fromEntries(codes.map((code) => [code, 80])));
  expect(small?.previous).toEqual({ year: 2018, score: null, interval: null, means: {} });
});

it('is compared only with questions that are asked in the same words', async () => {
  const { surveys } = schema;
  await bench.database.db
    .update(surveys)
    .set({ questionnaire: sql`jsonb_set(${surveys.questionnaire}, '{questions,3,text,zh}', '"另一个问题"')` })
    .where(eq(surveys.assessmentId, later.assessmentId));
  const [scored] = await unitsOf(later);
  expect(scored?.previous?.means).not.toHaveProperty('Q4');
  expect(Object.keys(scored?.previous?.means ?? {})).toHaveLength(8);
});
