import type { Dependencies } from '../../http/dependencies.ts';
import { countedSurvey } from '../appraisals/counted-survey.ts';
import { readQuestionnaires } from '../surveys/survey-questionnaires.ts';
import { countableSurveys } from '../surveys/survey.service.ts';
import { screenSurvey } from './screen-survey.ts';

/**
 * Screens what has come to the surveys of rounds that are not published. Several instances may do so at once: of the
 * same survey one after the other.
 * @returns how many answers were held
 */
export async function screenSurveys({ db, clock }: Pick<Dependencies, 'db' | 'clock'>): Promise<number> {
  let held = 0;
  for (const { survey, method } of await countableSurveys(db)) {
    const questionnaires = await readQuestionnaires(db, survey);
    held += await screenSurvey(db, {
      assessmentId: survey.assessmentId,
      survey: countedSurvey(survey, { method, questionnaires }),
      now: clock(),
    });
  }
  return held;
}
