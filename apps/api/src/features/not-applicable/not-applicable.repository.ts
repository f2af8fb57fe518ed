import { type Database, schema } from '@gongping/db';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';

const { notApplicableDecisions: decisions, ratings, scores, users } = schema;
const deciders = alias(users, 'deciders');

export type DecisionRow = typeof decisions.$inferSelect;

/** Every leaf that evaluators call N/A, with what was decided on the score as it stands. */
export function listNotApplicable(db: Database, assessmentId: string) {
  const { unitId, indicatorId, revision, reason, origin, updatedAt, updatedBy } = scores;
  const { outcome, reason: decisionReason, decidedAt } = decisions;
  return db
    .select({
      unitId,
      indicatorId,
      revision,
      reason,
      origin,
      updatedAt,
      updatedBy,
      updatedByName: users.displayName,
      outcome,
      decisionReason,
      decidedAt,
      decidedByName: deciders.displayName,
    })
    .from(scores)
    .innerJoin(users, eq(users.id, scores.updatedBy))
    .leftJoin(
      decisions,
      and(
        eq(decisions.assessmentId, scores.assessmentId),
        eq(decisions.unitId, scores.unitId),
        eq(decisions.indicatorId, scores.indicatorId),
        eq(decisions.revision, scores.revision),
      ),
    )
    .leftJoin(deciders, eq(deciders.id, decisions.decidedBy))
    .where(
      and(
        eq(scores.assessmentId, assessmentId),
        eq(scores.state, 'not_applicable'),
        inArray(scores.origin, ['evaluator', 'agreed']),
      ),
    );
}
export type NotApplicableRow = Awaited<ReturnType<typeof listNotApplicable>>[number];

/** Who rated the leaves that two raters call N/A, in the order of the raters. */
export function listRaters(db: Database, assessmentId: string) {
  return db
    .select({
      unitId: ratings.unitId,
      indicatorId: ratings.indicatorId,
      raterId: ratings.updatedBy,
      displayName: users.displayName,
    })
    .from(ratings)
    .innerJoin(users, eq(users.id, ratings.updatedBy))
    .where(and(eq(ratings.assessmentId, assessmentId), eq(ratings.state, 'not_applicable')))
    .orderBy(ratings.slot);
}

/** Keeps what was decided last of each leaf. */
export async function upsertDecisions(db: Database, rows: DecisionRow[]): Promise<void> {
  await db
    .insert(decisions)
    .values(rows)
    .onConflictDoUpdate({
      target: [decisions.assessmentId, decisions.unitId, decisions.indicatorId],
      set: {
        revision: sql`excluded.revision`,
        outcome: sql`excluded.outcome`,
        reason: sql`excluded.reason`,
        decidedBy: sql`excluded.decided_by`,
        decidedAt: sql`excluded.decided_at`,
      },
    });
}
