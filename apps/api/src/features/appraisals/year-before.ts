import type { AppraisalList } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import { previousAppraisals } from '../publications/previous-results.ts';
import { readQuestionnaire } from '../surveys/read-questionnaire.ts';
import { surveyWithin } from '../surveys/survey.service.ts';
import { sameQuestions } from './same-questions.ts';

type Before = NonNullable<AppraisalList['units'][number]['previous']>;

/**
 * What was published of each unit's appraisal for the year before, by its code; of the questions those that are asked
 * alike, where there was a score.
 */
export async function yearBefore(
  db: Database,
  round: { readonly id: string; readonly year: number },
): Promise<Map<string, Before>> {
  const published = await previousAppraisals(db, round.year);
  if (!published) return new Map();
  const now = await surveyWithin(db, round.id);
  const then = await surveyWithin(db, published.assessmentId);
  const same =
    now && then
      ? sameQuestions(readQuestionnaire(now.questionnaire), readQuestionnaire(then.questionnaire))
      : new Set<string>();
  return new Map(
    published.appraisals.map(({ unit, score, interval, questions }) => {
      // Of a sample that was too small for a score nothing is held against this year's.
      const means = questions.flatMap(({ code, mean }) =>
        score !== null && mean !== null && same.has(code) ? [[code, mean] as const] : [],
      );
      return [unit, { year: round.year - 1, score, interval, means: Object.fromEntries(means) }];
    }),
  );
}
