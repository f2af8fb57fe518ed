import { schema, type OpenDatabase } from '@gongping/db';
import { questionnaire } from '@gongping/contracts';
import { desc, eq, sql } from 'drizzle-orm';
import { countResponses } from '../../../apps/api/src/features/appraisals/count-responses.ts';
import type { Figure } from '../figure.ts';

const answers = 1_000_000;
const units = 300;
const runs = 5;

/** A million answers about 300 units, counted from the first into stored counts. */
export async function countingFigure({ db }: OpenDatabase): Promise<Figure> {
  const { assessments, surveys } = schema;
  const [found] = await db
    .select({ survey: surveys, method: assessments.appraisalMethod })
    .from(surveys)
    .innerJoin(assessments, eq(assessments.id, surveys.assessmentId))
    .orderBy(desc(surveys.slug))
    .limit(1);
  if (!found) throw new Error('The demonstration has no survey.');
  const { survey, method } = found;
  await db.execute(sql`TRUNCATE survey_responses`);
  await db.execute(sql`
    INSERT INTO units
    SELECT made.* FROM (SELECT * FROM units LIMIT 1) t, generate_series(1, ${units}) n,
      LATERAL jsonb_populate_record(
        NULL::units, to_jsonb(t) || jsonb_build_object('id', gen_random_uuid(), 'code', 'B' || n)) made`);
  // Every place of the pattern of the template: one, two for the channels as one character, nine scales.
  await db.execute(sql`
    INSERT INTO survey_responses (survey_id, id, unit_id, receipt, answers, pattern, body_hash, submitted_at)
    SELECT ${survey.id}, gen_random_uuid(), u.id, '', '{}', p.pattern, '', now()
    FROM (SELECT id, row_number() OVER () - 1 AS place FROM units WHERE code ~ '^B\\d+$') u,
      LATERAL (
        SELECT n, substr('012345', 1 + n % 6, 1) || '3' || substr('0123450123450123', 1 + (n * 7) % 6, 9) AS pattern
        FROM generate_series(1, ${Math.ceil(answers / units)}) n OFFSET 0) p`);
  await db.execute(sql`ANALYZE survey_responses`);
  const questionnaires = {
    all: [{ version: 1, questionnaire: questionnaire.parse(survey.questionnaire) }],
    of: () => questionnaire.parse(survey.questionnaire),
  };
  const times: number[] = [];
  for (let run = 0; run <= runs; run += 1) {
    for (const table of [schema.surveyTallies, schema.surveyHours, schema.surveyCounts])
      await db.delete(table).where(eq(table.surveyId, survey.id));
    const begun = performance.now();
    await countResponses(db, { id: survey.id, method, questionnaires, margins: [] }, new Date());
    if (run > 0) times.push(performance.now() - begun);
  }
  return {
    name: `${answers.toLocaleString('en')} answers about ${units} units, counted`,
    unit: 'ms',
    runs: times,
    target: { of: 'median', most: 3000 },
  };
}
