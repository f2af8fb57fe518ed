import { questionnaire, type Questionnaire } from '@gongping/contracts';

/**
 * A stored questionnaire as it is today: one that an earlier version of the product stored gets what it did not have.
 * @throws where the stored text is no questionnaire
 */
export function readQuestionnaire(stored: unknown): Questionnaire {
  return questionnaire.parse(stored);
}
