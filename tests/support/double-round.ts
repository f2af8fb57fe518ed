import type { Procedure } from '@gongping/contracts';
import { procedureOff, schema } from '@gongping/db';
import { eq } from 'drizzle-orm';
import { expect } from 'vitest';
import type { Bench, Person } from './app.ts';
import { createScoringRound, type ScoringRound } from './scoring-round.ts';

/** The small round of 2020, scored twice: C01 and D01 with the families A (and so X and V) and B. */
export interface DoubleRound extends ScoringRound {
  /** First and second rater of every family. */
  readonly first: Person;
  readonly second: Person;
}

export async function createDoubleRound(
  bench: Bench,
  procedure: Partial<Procedure> = {},
): Promise<DoubleRound> {
  const { db } = bench.database;
  const round = await createScoringRound(bench);
  await db
    .update(schema.assessments)
    .set({ procedure: { ...procedureOff, doubleScoring: true, ...procedure } })
    .where(eq(schema.assessments.id, round.id));
  const second = await bench.person([{ role: 'evaluator', assessmentId: round.id }]);
  await db.delete(schema.assignments);
  const cells = (['C01', 'C02', 'D01'] as const).flatMap((unit) =>
    ['A', 'B'].flatMap((family) =>
      [round.evaluator, second].map((rater, index) => ({
        assessmentId: round.id,
        unitId: round.unitIds[unit],
        family,
        slot: index + 1,
        evaluatorId: rater.id,
      })),
    ),
  );
  await db.insert(schema.assignments).values(cells);
  return { ...round, first: round.evaluator, second };
}

/** Empties what a test has scored; the assignments stay. */
export async function emptyDoubleRound(bench: Bench, { id }: DoubleRound): Promise<void> {
  const { db } = bench.database;
  await db.delete(schema.arbitrationCases);
  await db.delete(schema.ratingSubmissions);
  await db.delete(schema.ratings);
  await db.delete(schema.scores);
  await db.delete(schema.evidence);
  await db.delete(schema.samples);
  await db.delete(schema.notApplicableDecisions);
  await db.update(schema.assessments).set({ phase: 'scoring' }).where(eq(schema.assessments.id, id));
}

const base = '/assessments/2020/score-sheets';

export interface Answer<T = Record<string, unknown>> {
  readonly status: number;
  readonly body: T;
}

export async function call<T = Record<string, unknown>>(
  person: Person,
  [method, path, body]: [method: string, path: string, body?: unknown],
): Promise<Answer<T>> {
  const response = await person.call(method, path, body);
  return { status: response.status, body: (await response.json()) as T };
}

/** Gives the leaves of family A of C01 (A1-1 of 4 marks by level, A1-2 of 4 marks by deduction). */
export async function rateA(
  person: Person,
  level: 'full' | 'half' | 'none',
  about: { unit?: string; late?: number; reason?: string } = {},
): Promise<void> {
  const { unit = 'C01', late = 0, reason = '核查时缺少材料' } = about;
  const deductions = late === 0 ? [] : [{ item: 'late', count: late, reason: '逾期' }];
  await rate(person, [unit, 'A1-1'], { method: 'graded', level }, reason);
  await rate(person, [unit, 'A1-2'], { method: 'deduct', deductions }, reason);
}

export async function rate(
  person: Person,
  [unit, leaf]: [unit: string, leaf: string],
  input: unknown,
  reason = '',
): Promise<void> {
  const path = `${base}/${unit}/scores/${leaf}`;
  const sheet = await call<{ scores: { indicator: string; revision: number }[] }>(person, [
    'GET',
    `${base}/${unit}`,
  ]);
  const expectedRevision = sheet.body.scores.find(({ indicator }) => indicator === leaf)?.revision ?? 0;
  const write = { expectedRevision, state: input === 'NA' ? 'not_applicable' : 'scored', reason };
  const { status, body } = await call(person, [
    'PUT',
    path,
    { ...write, input: input === 'NA' ? null : input },
  ]);
  expect(status, JSON.stringify(body)).toBe(200);
}

/** Hands in, whatever reasons and evidence are missing. */
export function handIn<T = Record<string, unknown>>(
  person: Person,
  families = ['A'],
  unit = 'C01',
): Promise<Answer<T>> {
  return call<T>(person, ['POST', `${base}/${unit}/hand-in`, { families, acceptIncomplete: true }]);
}
