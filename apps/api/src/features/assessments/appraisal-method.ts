import type { AppraisalMethod } from '@gongping/statistics';
import { questionnaire2020 } from '@gongping/templates';

/**
 * How answers become a unit's score in this round: the template's way, without the families switched off (the
 * weights of those that stay are rescaled where a respondent's score is computed).
 */
export function appraisalMethodFor(settings: {
  readonly minimumSample: number;
  readonly excludedIndicators: readonly string[];
}): AppraisalMethod {
  const { method, questions } = questionnaire2020;
  const rated = (family: string) => questions.filter((q) => q.family === family).map(({ code }) => code);
  const [overall] = rated('overall');
  const families = Object.entries(method.familyWeights)
    .filter(([code]) => !settings.excludedIndicators.includes(code))
    .map(([code, weight]) => [code, { weight, questions: rated(code) }] as const);
  const groups = Object.entries(method.groups).map(([code, { weight }]) => [code, { weight }] as const);
  return {
    families: Object.fromEntries(families),
    overall: overall === undefined ? null : { question: overall, share: method.overallShare },
    minimumAnswered: method.minimumAnswered,
    groups: Object.fromEntries(groups),
    minimumGroup: method.minimumGroup,
    minimumSample: settings.minimumSample,
  };
}

/** Fewest valid answers that the template asks for. */
export const templateMinimumSample: number = questionnaire2020.method.minimumSample;
