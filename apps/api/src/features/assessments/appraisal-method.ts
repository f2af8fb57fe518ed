import { ratedItems, type Questionnaire } from '@gongping/questionnaire';
import type { AppraisalMethod } from '@gongping/statistics';
import { questionnaire2020 } from '@gongping/templates';

const { method: template, questions: templateQuestions } = questionnaire2020;

/** Families and groups that have a weight in the template's way of counting: what questionnaires can speak of. */
export const weightedFamilies: readonly string[] = Object.keys(template.familyWeights);
export const weightedGroups: readonly string[] = Object.keys(template.groups);

/**
 * How answers become a unit's score in this round: the weights are the template's, without the families switched off
 * (those that stay are rescaled where a respondent's score is computed); the items are those of the questionnaires.
 * @param questionnaires that the survey has had, oldest first, the present one last
 */
export function appraisalMethodFor(
  settings: { readonly minimumSample: number; readonly excludedIndicators: readonly string[] },
  questionnaires: readonly Pick<Questionnaire, 'questions'>[],
): AppraisalMethod {
  const items = ratedItems(questionnaires);
  const families = Object.entries(template.familyWeights)
    .filter(([code]) => !settings.excludedIndicators.includes(code))
    .map(([code, weight]) => [code, { weight, questions: [...(items.families.get(code) ?? [])] }] as const);
  const groups = Object.entries(template.groups).map(([code, { weight }]) => [code, { weight }] as const);
  return {
    families: Object.fromEntries(families),
    overall: items.overall === null ? null : { question: items.overall, share: template.overallShare },
    minimumAnswered: minimumAnswered(items.asked),
    groups: Object.fromEntries(groups),
    minimumGroup: template.minimumGroup,
    minimumSample: settings.minimumSample,
  };
}

/** The same part of the rated items as the template asks for, 5 of 9, lest nobody could answer enough of a few. */
function minimumAnswered(asked: number): number {
  const rated = templateQuestions.filter(({ family }) => family !== null).length;
  return Math.max(1, Math.ceil((asked * template.minimumAnswered) / rated));
}

/** Fewest valid answers that the template asks for. */
export const templateMinimumSample: number = template.minimumSample;
