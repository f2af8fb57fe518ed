import type { Database } from '@gongping/db';
import { patternCode } from '@gongping/questionnaire';
import * as repository from './count.repository.ts';
import type { CountedSurvey } from './counted-survey.ts';

/** Patterns of answers that an earlier version of the product has stored without one. */
export async function encodeStored(db: Database, survey: CountedSurvey, range: repository.Range) {
  const rows = await repository.listWithoutPattern(db, range);
  if (rows.length === 0) return [];
  const codes = new Map(
    survey.questionnaires.all.map(({ version, questionnaire }) => [version, patternCode(questionnaire)]),
  );
  return rows.map(({ answers, ...row }) => ({
    ...row,
    pattern: codes.get(row.version)?.encode(answers) ?? '',
  }));
}
