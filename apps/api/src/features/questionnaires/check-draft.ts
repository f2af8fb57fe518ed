import type { Questionnaire } from '@gongping/contracts';
import {
  alteredItems,
  checkQuestionnaire,
  itemsOfQuestion,
  type QuestionnaireProblem,
} from '@gongping/questionnaire';
import type { Questionnaire as AnyQuestionnaire } from '@gongping/questionnaire';
import { weightedFamilies, weightedGroups } from '../assessments/appraisal-method.ts';

export const countingMethod = { families: weightedFamilies, groups: weightedGroups };

/**
 * Everything that is wrong with a draft, also beside what has been answered already: an item that was answered keeps its
 * meaning for as long as it keeps its code.
 * @param answered questionnaires that have been answered
 */
export function checkDraft(
  draft: AnyQuestionnaire,
  answered: readonly Questionnaire[],
): QuestionnaireProblem[] {
  const altered = new Set(answered.flatMap((questionnaire) => alteredItems(questionnaire, draft)));
  const problems = draft.questions.flatMap((question, index) =>
    itemsOfQuestion(question)
      .filter(({ code }) => altered.has(code))
      .slice(0, 1)
      .map(({ code }): QuestionnaireProblem => ({
        code: 'answered-item-altered',
        severity: 'error',
        place: { part: 'question', question: index, index: null, field: 'options' },
        values: { item: code },
      })),
  );
  return [...problems, ...checkQuestionnaire(draft, countingMethod)];
}
