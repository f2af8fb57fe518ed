import type { Problem, QuestionnaireTemplate } from '../types.ts';
import { bandProblems } from './bands.ts';
import { duplicates, emptyLabels, near, problem, sum } from './problems.ts';
import { questionProblems } from './questions.ts';

/** Questions are sound and the method can be computed from them: weights, groups, minima, grades. */
export function validateQuestionnaire(questionnaire: QuestionnaireTemplate): readonly Problem[] {
  const { code, introduction, method, questions, title } = questionnaire;
  return [
    ...emptyLabels(code, [title, introduction, ...Object.values(method.groups).map(({ label }) => label)]),
    ...duplicates(questions.map((question) => question.code)),
    ...questions.flatMap(questionProblems),
    ...methodProblems(questionnaire),
    ...bandProblems(code, method.grades),
  ];
}

function methodProblems({ code, method, questions }: QuestionnaireTemplate): readonly Problem[] {
  const rated = questions.filter(({ family }) => family !== null);
  const overall = rated.filter(({ family }) => family === 'overall');
  const weights = Object.entries(method.familyWeights);
  const groupWeights = Object.values(method.groups).map(({ weight }) => weight);
  const grouping = questions.find((question) => question.code === method.groupQuestion);
  const groupCodes = Object.keys(method.groups).sort().join();
  const optionCodes = (grouping?.options ?? []).map((option) => option.code).sort();
  const wrong = (holds: boolean, message: string) => (holds ? [] : [problem('method.wrong', code, message)]);
  return [
    ...wrong(
      weights.every(([, weight]) => weight >= 0),
      'A family weight is negative.',
    ),
    ...wrong(near(sum(weights.map(([, weight]) => weight)), 1), 'The family weights do not add up to 1.'),
    ...wrong(
      weights.every(([family, weight]) => weight === 0 || rated.some((each) => each.family === family)),
      'A family with a weight has no question.',
    ),
    ...wrong(method.overallShare >= 0 && method.overallShare < 1, 'The overall share must be in [0, 1).'),
    ...wrong(method.overallShare === 0 || overall.length === 1, 'There must be one overall question.'),
    ...wrong(
      isCount(method.minimumAnswered) && method.minimumAnswered <= rated.length,
      `At least 1 and at most ${rated.length} answers can be asked for.`,
    ),
    ...wrong(
      grouping?.kind === 'single' && optionCodes.join() === groupCodes,
      'The groups are not the options of the grouping question.',
    ),
    ...wrong(
      groupWeights.every((weight) => weight >= 0) && sum(groupWeights) > 0,
      'Group weights must not be negative, nor all 0.',
    ),
    ...wrong(
      isCount(method.minimumGroup) && isCount(method.minimumSample),
      'Minimum group and sample must be positive whole numbers.',
    ),
  ];
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value > 0;
}
