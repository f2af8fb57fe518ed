import type { Questionnaire } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import { appraisalMethodFor } from './appraisal-method.ts';
import * as repository from './assessment.repository.ts';

/** An assessment for somebody who changes its questionnaire; nobody else changes it until the transaction ends. */
export function holdAssessment(tx: Database, assessmentId: string) {
  return repository.lockAssessment(tx, assessmentId);
}

/**
 * Has the score follow the rated items of the questionnaires; weights, minima and groups stay. Call it in the
 * transaction that holds the assessment.
 * @param questionnaires of the survey, oldest first, the present one last
 */
export async function followQuestionnaires(
  tx: Database,
  assessment: repository.AssessmentRow,
  questionnaires: readonly Questionnaire[],
): Promise<void> {
  const { minimumSample } = assessment.appraisalMethod;
  const { excludedIndicators } = assessment;
  const appraisalMethod = appraisalMethodFor({ minimumSample, excludedIndicators }, questionnaires);
  await repository.updateAssessment(tx, { ...assessment, appraisalMethod });
}
