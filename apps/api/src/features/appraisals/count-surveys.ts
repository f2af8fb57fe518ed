import type { Dependencies } from '../../http/dependencies.ts';
import { readQuestionnaires } from '../surveys/survey-questionnaires.ts';
import { countableSurveys } from '../surveys/survey.service.ts';
import { countResponses } from './count-responses.ts';
import { countedSurvey } from './counted-survey.ts';

/**
 * Counts what has come to the surveys of rounds that are not published. Several instances may do so at once.
 * @returns how many answers were added
 */
export async function countSurveys({ db, clock }: Pick<Dependencies, 'db' | 'clock'>): Promise<number> {
  let added = 0;
  for (const { survey, method } of await countableSurveys(db)) {
    const questionnaires = await readQuestionnaires(db, survey);
    added += await countResponses(db, countedSurvey(survey, { method, questionnaires }), clock());
  }
  return added;
}
