import { type Database, rowVersions as versions, schema } from '@gongping/db';
import { sql } from 'drizzle-orm';

const { assessments, assessmentUnits, indicators, scores, surveyCounts, surveyResponses, surveys, units } =
  schema;

/**
 * A text that is another after any change to what the results of a round follow from, whoever made it and however: the
 * round itself, its units, indicators and scores, its survey and the answers. One statement, read from row versions.
 */
export async function roundMark(
  db: Database,
  { id, indicatorSystemId }: { id: string; indicatorSystemId: string },
): Promise<string> {
  const survey = sql`(select ${surveys.id} from ${surveys} where ${surveys.assessmentId} = ${id})`;
  const counted = sql`coalesce((select ${surveyCounts.sequence} from ${surveyCounts} where ${surveyCounts.surveyId} = ${survey}), 0)`;
  const { rows } = await db.execute<{ mark: string }>(sql`select concat_ws('/',
    (select ${versions} from ${assessments} where ${assessments.id} = ${id}),
    (select ${versions} from ${assessmentUnits} where ${assessmentUnits.assessmentId} = ${id}),
    (select ${versions} from ${units} where ${units.id} in (
      select ${assessmentUnits.unitId} from ${assessmentUnits} where ${assessmentUnits.assessmentId} = ${id})),
    (select ${versions} from ${indicators} where ${indicators.systemId} = ${indicatorSystemId}),
    (select ${versions} from ${scores} where ${scores.assessmentId} = ${id}),
    (select ${versions} from ${surveys} where ${surveys.assessmentId} = ${id}),
    (select ${versions} from ${surveyCounts} where ${surveyCounts.surveyId} = ${survey}),
    (select ${versions} from ${schema.surveyTallies} where ${schema.surveyTallies.surveyId} = ${survey}),
    (select ${versions} from ${surveyResponses}
      where ${surveyResponses.surveyId} = ${survey} and ${surveyResponses.sequence} > ${counted})
  ) as mark`);
  return rows[0]?.mark ?? '';
}
