import { isOpen, type Language } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { Actor } from '../../http/actor.ts';
import { countedSurvey } from '../appraisals/counted-survey.ts';
import { holdCounts } from '../appraisals/move-states.ts';
import { visibleAssessment } from '../assessments/assessment.access.ts';
import { wrongPhase } from '../assessments/wrong-phase.ts';
import { holdPhase } from '../score-sheets/ratings.service.ts';
import { readQuestionnaires } from '../surveys/survey-questionnaires.ts';
import { surveyOf } from '../surveys/survey.service.ts';

/**
 * The survey whose answers are decided on, where they may be: until the transaction ends nobody else counts, decides or
 * changes the phase.
 * @throws ProblemError `not-found`, `forbidden`, `wrong-phase`
 */
export async function openDecisions(
  tx: Database,
  actor: Actor,
  { slug, language }: { slug: string; language: Language },
) {
  const assessment = await visibleAssessment(tx, actor, { slug, roles: ['organiser'] });
  const phase = (await holdPhase(tx, assessment.id)) ?? assessment.phase;
  if (!isOpen('response.decide', phase)) throw wrongPhase(phase, 'screeningClosed', language);
  const survey = await surveyOf(tx, assessment.id);
  const questionnaires = await readQuestionnaires(tx, survey);
  await holdCounts(tx, survey.id);
  return {
    assessmentId: assessment.id,
    survey: countedSurvey(survey, { method: assessment.appraisalMethod, questionnaires }),
  };
}

/** The state that a decision gives to answers. */
export const becomes = { count: 'counted', refuse: 'refused' } as const;
