import { roundHalfUp } from '@gongping/scoring';
import { questionnaire2020 } from '@gongping/templates';

/** The best grade reached by the score as it is printed, lest 80.00 stand beside the grade below 80; null below all. */
export function appraisalGrade(score: number | null): string | null {
  if (score === null) return null;
  const printed = roundHalfUp(score, 2);
  const reached = questionnaire2020.method.grades.filter(({ minimum }) => printed >= minimum);
  const [best] = reached.toSorted((a, b) => b.minimum - a.minimum);
  return best?.code ?? null;
}
