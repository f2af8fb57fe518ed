import { type Database, schema } from '@gongping/db';
import { sql } from 'drizzle-orm';

const { surveys, surveyTokens } = schema;

/** Surveys with used tokens: in how many transactions these were written, and whether the survey is over. */
export async function listWritten(db: Database, now: Date) {
  const { rows } = await db.execute<{ survey_id: string; writings: number; closed: boolean }>(sql`
    select t.survey_id, count(distinct t.xmin::text)::int as writings, s.closes_at < ${now.toISOString()}::timestamptz as closed
    from ${surveyTokens} t join ${surveys} s on s.id = t.survey_id
    where t.used
    group by t.survey_id, s.closes_at`);
  return rows.map(({ survey_id: surveyId, writings, closed }) => ({ surveyId, writings, closed }));
}

/** One instance writes them anew at a time. */
export async function lockMixing(tx: Database, surveyId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`survey-tokens ${surveyId}`}, 0))`);
}

/** Takes the used tokens out and puts them back in random order: all of them as one transaction writes them. */
export async function rewriteUsed(tx: Database, surveyId: string): Promise<void> {
  await tx.execute(sql`
    with taken as (
      delete from ${surveyTokens} where ${surveyTokens.surveyId} = ${surveyId} and ${surveyTokens.used} returning *
    )
    insert into ${surveyTokens} select * from taken order by random()`);
}
