import { type Database, schema } from '@gongping/db';
import { and, asc, eq, gt, sql } from 'drizzle-orm';

const { commentReviews, surveyChannels, surveyResponses, units } = schema;

/**
 * Some answers in the order of their ids, which are random and tell no time. The day is given of channels without
 * tokens only.
 */
export function listAnswers(db: Database, wanted: { surveyId: string; after: string; limit: number }) {
  const { id, surveyId, unitId, channel, version, state, signs, answers, submittedAt } = surveyResponses;
  const published = sql<Record<string, string> | null>`(
    select jsonb_object_agg(${commentReviews.question}, ${commentReviews.redacted}) from ${commentReviews}
    where ${commentReviews.surveyId} = ${surveyId} and ${commentReviews.responseId} = ${id}
      and ${commentReviews.published})`;
  return db
    .select({
      id,
      unit: units.code,
      channel,
      version,
      state,
      signs,
      answers,
      day: sql<string | null>`case when ${surveyChannels.kind} in ('open', 'staffed')
        then to_char(${submittedAt} at time zone 'Asia/Shanghai', 'YYYY-MM-DD') end`,
      words: published,
    })
    .from(surveyResponses)
    .innerJoin(units, eq(units.id, unitId))
    .leftJoin(surveyChannels, and(eq(surveyChannels.surveyId, surveyId), eq(surveyChannels.code, channel)))
    .where(and(eq(surveyResponses.surveyId, wanted.surveyId), gt(id, wanted.after)))
    .orderBy(asc(id))
    .limit(wanted.limit);
}
