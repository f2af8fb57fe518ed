import type { AppraisalMethod } from './appraisal-method.ts';

/** Every rated question once, families first, the overall one last. */
export function ratedQuestions(method: AppraisalMethod): readonly string[] {
  const questions = Object.values(method.families).flatMap((family) => family.questions);
  if (method.overall !== null) questions.push(method.overall.question);
  return [...new Set(questions)];
}
