import { type Database, schema } from '@gongping/db';
import { and, count, eq, isNull } from 'drizzle-orm';

const { arbitrationCases, assignments, scores, surveyResponses, surveys } = schema;

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

/** Survey answers received, by unit. */
export function countResponses(db: Database, assessmentId: string) {
  return db
    .select({ unitId: surveyResponses.unitId, responses: count() })
    .from(surveyResponses)
    .innerJoin(surveys, eq(surveys.id, surveyResponses.surveyId))
    .where(eq(surveys.assessmentId, assessmentId))
    .groupBy(surveyResponses.unitId);
}
