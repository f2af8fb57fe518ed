import { type Database, schema } from '@gongping/db';
import { and, eq, isNull } from 'drizzle-orm';

const { arbitrationCases, assignments, scores } = schema;

/** What stands in every leaf touched so far. */
export function listScoreStates(db: Database, assessmentId: string) {
  return db
    .select({
      unitId: scores.unitId,
      indicatorId: scores.indicatorId,
      state: scores.state,
      marks: scores.marks,
    })
    .from(scores)
    .where(eq(scores.assessmentId, assessmentId));
}

/** Leaves that wait for a ruling. */
export function listOpenCases(db: Database, assessmentId: string) {
  return db
    .select({ unitId: arbitrationCases.unitId, indicatorId: arbitrationCases.indicatorId })
    .from(arbitrationCases)
    .where(and(eq(arbitrationCases.assessmentId, assessmentId), isNull(arbitrationCases.ruledAt)));
}

export function listAssignedCells(db: Database, assessmentId: string) {
  return db
    .select({ unitId: assignments.unitId, family: assignments.family, slot: assignments.slot })
    .from(assignments)
    .where(eq(assignments.assessmentId, assessmentId));
}
