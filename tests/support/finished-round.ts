import { schema } from '@gongping/db';
import { and, eq } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Bench } from './app.ts';
import { createRound, type Round, type RoundOptions } from './round.ts';

type ScoreRow = typeof schema.scores.$inferInsert;

/** What a leaf of a unit gets: marks as text, or not applicable, or (undefined) nothing. */
export type Judgement = { readonly marks: string } | 'NA' | undefined;
export type Judge = (unit: string, leaf: { code: string; fullMarks: string; role: string }) => Judgement;

export const fullMarks: Judge = (_unit, leaf) =>
  leaf.role === 'score' ? { marks: leaf.fullMarks } : undefined;

/** Scores every leaf of a round as `judge` says, by rows: thousands of requests would take minutes. */
export async function scoreRound(bench: Bench, round: Round, judge: Judge): Promise<void> {
  const { db } = bench.database;
  const assessmentId = round.assessment.id;
  const { indicatorSystemId } = round.assessment.settings;
  const nodes = await db
    .select({ id: schema.indicators.id, code: schema.indicators.code })
    .from(schema.indicators)
    .where(eq(schema.indicators.systemId, indicatorSystemId));
  const ids = new Map(nodes.map(({ id, code }) => [code, id]));
  const rows = round.units.flatMap((unit) =>
    round.leaves(unit.kind).flatMap(({ code, marks, role }): ScoreRow[] => {
      const judgement = judge(unit.code, { code, role, fullMarks: marks[unit.kind] ?? '0' });
      if (judgement === undefined) return [];
      const notApplicable = judgement === 'NA';
      return [
        {
          assessmentId,
          unitId: unit.id,
          indicatorId: ids.get(code) ?? '',
          state: notApplicable ? 'not_applicable' : 'scored',
          marks: notApplicable ? null : judgement.marks,
          input: null,
          reason: `理由 ${unit.code}/${code}`,
          revision: 1,
          updatedBy: round.evaluator.id,
          updatedAt: bench.clock.now,
        },
      ];
    }),
  );
  await db.delete(schema.scores).where(eq(schema.scores.assessmentId, assessmentId));
  await db.insert(schema.scores).values(rows);
  await approveNotApplicable(bench, round);
}

/** Approves whatever is N/A in a round, as its reviewer would. */
export async function approveNotApplicable(bench: Bench, { assessment, reviewer }: Round): Promise<void> {
  const { db } = bench.database;
  const { notApplicableDecisions: decisions, scores } = schema;
  const isNotApplicable = and(eq(scores.assessmentId, assessment.id), eq(scores.state, 'not_applicable'));
  const found = await db.select().from(scores).where(isNotApplicable);
  await db.delete(decisions).where(eq(decisions.assessmentId, assessment.id));
  if (found.length === 0) return;
  await db.insert(decisions).values(
    found.map(({ assessmentId, unitId, indicatorId, revision }) => ({
      assessmentId,
      unitId,
      indicatorId,
      revision,
      outcome: 'approved' as const,
      reason: '',
      decidedBy: reviewer.id,
      decidedAt: bench.clock.now,
    })),
  );
}

/** A link as evidence on one leaf. */
export async function addEvidence(bench: Bench, round: Round, at: { unit: string; leaf: string }) {
  const { db } = bench.database;
  const [node] = await db
    .select({ id: schema.indicators.id })
    .from(schema.indicators)
    .where(
      and(
        eq(schema.indicators.systemId, round.assessment.settings.indicatorSystemId),
        eq(schema.indicators.code, at.leaf),
      ),
    );
  await db.insert(schema.evidence).values({
    id: randomUUID(),
    assessmentId: round.assessment.id,
    unitId: round.unit(at.unit).id,
    indicatorId: node?.id ?? '',
    kind: 'link',
    title: '采集页面',
    url: 'https://example.org/page',
    capturedAt: bench.clock.now,
    addedAt: bench.clock.now,
    addedBy: round.evaluator.id,
  });
}

/** `count` answers about a unit, all of them from the public with the same grade for everything. */
export async function answerSurvey(
  bench: Bench,
  round: Round,
  about: { unit: string; count: number; grade: string; group?: string },
): Promise<void> {
  const { db } = bench.database;
  const [survey] = await db
    .select()
    .from(schema.surveys)
    .where(eq(schema.surveys.assessmentId, round.assessment.id));
  const rated = Array.from({ length: 9 }, (_, at) => [`Q${at + 3}`, about.grade] as const);
  const answers = { Q1: about.group ?? 'A', ...Object.fromEntries(rated) };
  await db.insert(schema.surveyResponses).values(
    Array.from({ length: about.count }, () => ({
      surveyId: survey?.id ?? '',
      id: randomUUID(),
      unitId: round.unit(about.unit).id,
      receipt: 'TEST',
      answers,
      bodyHash: '',
      submittedAt: bench.clock.now,
    })),
  );
}

/** A round with scores and answers, closed: ready to be published. */
export async function createFinishedRound(
  bench: Bench,
  options: RoundOptions & { judge?: Judge } = {},
): Promise<Round> {
  const round = await createRound(bench, options);
  await scoreRound(bench, round, options.judge ?? fullMarks);
  await closeScoring(round);
  return round;
}

/** Closes the scoring, whatever is unscored. */
export async function closeScoring(round: Round): Promise<void> {
  const change = { to: 'final', reason: '评分结束', acceptUnscored: true };
  const response = await round.organiser.call('POST', `/assessments/${round.slug}/phase`, change);
  expect(response.status, await response.text()).toBe(200);
}
