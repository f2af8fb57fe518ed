import { schema } from '@gongping/db';
import { eq } from 'drizzle-orm';
import { expect } from 'vitest';
import type { Bench, Person } from './app.ts';
import { fullMarks, scoreRound } from './finished-round.ts';
import { createRound, type Round } from './round.ts';
import { scored } from './scoring-calls.ts';

/** The leaf that loses marks: graded, 2 of 100 marks for counties. */
export const lossy = 'A1-3';
/** Its levels and what they are worth. */
export const level = (code: 'current' | 'late-or-undated' | 'none') => ({ method: 'graded', level: code });

/** Three counties and a department, scored, with units that may appeal. */
export interface FeedbackRound extends Round {
  /** Speaks for C04. */
  readonly neighbour: Person;
}

/**
 * C01 loses both marks of A1-3 and has 98, C04 loses one and has 99, C05 has all 100; they are ranked 3, 2, 1. The
 * round is in the phase of feedback.
 */
export async function createFeedbackRound(bench: Bench): Promise<FeedbackRound> {
  const procedure = {
    selfAssessment: false,
    claimsShown: false,
    doubleScoring: false,
    arbitrationThreshold: 0.2,
    agreed: 'mean' as const,
    feedback: true,
    appeal: true,
    appealWorkingDays: 5,
  };
  const round = await createRound(bench, {
    units: ['C01', 'C04', 'C05', 'D23'],
    settings: { procedure },
  });
  await scoreRound(bench, round, fullMarks);
  await lose(round, round.evaluator, { unit: 'C01', input: level('none') });
  await lose(round, round.secondEvaluator, { unit: 'C04', input: level('late-or-undated') });
  await moveTo(round, 'feedback');
  const unitId = round.unit('C04').id;
  const grant = { role: 'liaison' as const, assessmentId: round.assessmentId, unitId };
  return { ...round, neighbour: await bench.person([grant]) };
}

async function lose(round: Round, by: Person, { unit, input }: { unit: string; input: unknown }) {
  const path = `/assessments/${round.slug}/score-sheets/${unit}/scores/${lossy}`;
  const written = await by.call('PUT', path, scored(1, input, `${unit} 未按期公布`));
  expect(written.status, await written.text()).toBe(200);
  const link = {
    title: `${unit} 栏目截图`,
    url: 'https://example.com/list',
    capturedAt: '2020-10-01T00:00:00Z',
  };
  expect((await by.call('POST', `${path}/evidence/links`, link)).status).toBe(201);
}

/** Takes the next step, or one back. */
export async function moveTo(round: Round, to: string): Promise<void> {
  const change = { to, reason: '按程序推进', acceptUnscored: false };
  const response = await round.organiser.call('POST', `/assessments/${round.slug}/phase`, change);
  expect(response.status, await response.text()).toBe(200);
}

/** Puts the last day of the phase of appeals where a test wants it. */
export async function setAppealEnd(bench: Bench, round: Round, end: string): Promise<void> {
  const phaseDates = { appeal: { start: '2020-10-01', end } };
  const { assessments } = schema;
  await bench.database.db
    .update(assessments)
    .set({ phaseDates })
    .where(eq(assessments.id, round.assessmentId));
}
