import { schema } from '@gongping/db';
import type { Phase } from '@gongping/contracts';
import { eq } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import type { Bench, Person } from './app.ts';
import { scoreRound, type Judge } from './finished-round.ts';
import { createRound, type Round } from './round.ts';

/**
 * A round with every step of the procedure and what each of them needs: C01 and C04 with the eight leaves of the annual
 * report. C01 has nothing of `lossy`; its raters differ on B1-1, and it has appealed against B1-2.
 */
export interface ProcedureRound extends Round {
  /** An evaluator of the round to whom nothing is assigned. */
  readonly stranger: Person;
  /** Speaks for C04. */
  readonly neighbour: Person;
  readonly appealId: string;
  /** Puts the round into a phase, without dates, at revision 1. */
  enter(phase: Phase): Promise<void>;
  /** The unit and a leaf of it, as rows name them. */
  cell(leaf: string): { assessmentId: string; unitId: string; indicatorId: string };
  /** Writes all scores again as they are at the beginning. */
  score(): Promise<void>;
}

/** Leaves at which C01 has lost all marks. */
export const lossy = ['B1-2', 'B2-1', 'B4-2'];
const judge: Judge = (unit, { code, fullMarks }) => ({
  marks: unit === 'C01' && lossy.includes(code) ? '0' : fullMarks,
});

const procedure = {
  selfAssessment: true,
  claimsShown: true,
  doubleScoring: true,
  arbitrationThreshold: 0.2,
  agreed: 'mean' as const,
  feedback: true,
  appeal: true,
  appealWorkingDays: 5,
};

export async function createProcedureRound(bench: Bench): Promise<ProcedureRound> {
  const { db } = bench.database;
  const vetoes = ['V-1', 'V-2', 'V-3', 'V-4'];
  const settings = { procedure, excludedIndicators: ['A', 'C', 'D', 'X', ...vetoes], phaseDates: {} };
  const round = await createRound(bench, { units: ['C01', 'C04'], phase: 'plan', settings });
  const { assessmentId } = round;
  const unitId = round.unit('C01').id;
  const indicators = new Map(
    (await db.select().from(schema.indicators)).map(({ code, id }) => [code, id] as const),
  );
  const cell = (leaf: string) => ({ assessmentId, unitId, indicatorId: indicators.get(leaf) ?? '' });
  const score = () => scoreRound(bench, round, judge);
  await score();

  const at = bench.clock.now;
  const appealId = randomUUID();
  await db.insert(schema.ratings).values(
    [round.evaluator, round.secondEvaluator].map(({ id }, index) => ({
      ...cell('B1-1'),
      slot: index + 1,
      state: 'scored' as const,
      input: { method: 'graded' as const, level: index === 0 ? 'in-time' : 'none' },
      marks: index === 0 ? '2' : '0',
      reason: '核查时的记录',
      revision: 1,
      updatedBy: id,
      updatedAt: at,
    })),
  );
  await db.insert(schema.arbitrationCases).values({
    id: randomUUID(),
    ...cell('B1-1'),
    openedAt: at,
    reason: '',
  });
  await db.insert(schema.appeals).values({
    id: appealId,
    ...cell('B1-2'),
    statement: '历年年报可查',
    state: 'open',
    revision: 1,
    submittedBy: round.liaison.id,
    submittedAt: at,
    ruling: '',
  });
  const home = round.unit('C04').id;
  return {
    ...round,
    stranger: await bench.person([{ role: 'evaluator', assessmentId }]),
    neighbour: await bench.person([{ role: 'liaison', assessmentId, unitId: home }], { homeUnitId: home }),
    appealId,
    cell,
    score,
    async enter(phase) {
      const { assessments } = schema;
      const now = { phase, phaseDates: {}, revision: 1 };
      await db.update(assessments).set(now).where(eq(assessments.id, assessmentId));
    },
  };
}
