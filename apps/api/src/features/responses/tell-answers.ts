import type { Language, Questionnaire, SurveySubmission } from '@gongping/contracts';
import { checkAnswers, type Answers } from '@gongping/questionnaire';
import { sentence } from './answer-sentences.ts';

interface ToldAnswers {
  readonly answers: Answers;
  readonly errors: readonly { path: string; message: string }[];
}

/** Holds what was sent against the questionnaire, with a sentence at each answer that cannot be taken. */
export function tellAnswers(
  questionnaire: Questionnaire,
  given: SurveySubmission['answers'],
  language: Language,
): ToldAnswers {
  const { answers, problems } = checkAnswers(questionnaire, given);
  const errors = problems.map(({ item, problem }) => ({
    path: `answers.${item}`,
    message: sentence(problem, language),
  }));
  return { answers, errors };
}
