import { type Database, schema } from '@gongping/db';
import { sql, type SQL } from 'drizzle-orm';

const { surveyCounts, surveyHours, surveyResponses } = schema;

/**
 * Numbers of answers by hour, unit, channel and state: those in the counts, and those that have come since. Of one moment,
 * and no answer that is in the counts is read again.
 */
function answersSoFar(surveyId: string): SQL {
  return sql`(
    select hour, unit_id, channel, state, responses from ${surveyHours} where survey_id = ${surveyId}
    union all
    select submitted_at, unit_id, channel, state, 1 from ${surveyResponses}
    where survey_id = ${surveyId}
      and sequence > coalesce((select sequence from ${surveyCounts} where survey_id = ${surveyId}), 0)
  ) as answers`;
}

/** Answers received, by unit. */
export async function countByUnit(db: Database, surveyId: string) {
  const { rows } = await db.execute<{ unit_id: string; responses: string }>(
    sql`select unit_id, sum(responses) as responses from ${answersSoFar(surveyId)} group by unit_id`,
  );
  return rows.map((row) => ({ unitId: row.unit_id, responses: Number(row.responses) }));
}

/** Answers received, by day in Asia/Shanghai, oldest first. */
export async function countByDay(db: Database, surveyId: string) {
  const { rows } = await db.execute<{ day: string; responses: string }>(sql`
    select to_char(hour at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day, sum(responses) as responses
    from ${answersSoFar(surveyId)} group by 1 order by 1`);
  return rows.map(({ day, responses }) => ({ day, responses: Number(responses) }));
}

/** Answers by channel and state. */
export async function countByChannel(db: Database, surveyId: string) {
  const { rows } = await db.execute<{ channel: string; state: string; responses: string }>(sql`
    select channel, state, sum(responses) as responses from ${answersSoFar(surveyId)} group by channel, state`);
  return rows.map(({ channel, state, responses }) => ({ channel, state, responses: Number(responses) }));
}
