import type { Questionnaire, SurveySubmission } from '@gongping/contracts';

/**
 * What was sent, with the group of a channel whose people all belong to one: they are not asked for it, and what they say
 * of it does not count. Where the questionnaire no longer has that group they say it themselves.
 */
export function answersIn(
  { groupQuestion, questions }: Questionnaire,
  given: SurveySubmission['answers'],
  group: string | null,
): SurveySubmission['answers'] {
  if (group === null) return given;
  const question = questions.find(({ code }) => code === groupQuestion);
  const isThere = question?.options.some(({ code }) => code === group) ?? false;
  return isThere ? { ...given, [groupQuestion]: group } : given;
}
