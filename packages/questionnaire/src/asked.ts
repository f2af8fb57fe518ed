import type { Answers, AskedIf, Question, Questionnaire } from './questionnaire.ts';

/**
 * The questions that are asked of somebody who has answered so far, in their order. A condition that names a question
 * which itself is not asked does not hold, whatever was answered there before.
 */
export function askedQuestions(
  { questions }: Pick<Questionnaire, 'questions'>,
  answers: Answers,
): Question[] {
  const asked = new Map<string, Question>();
  for (const question of questions) {
    const holds = question.askedIf.every((condition) => {
      const on = asked.get(condition.question);
      return on !== undefined && meets(answers[on.code], condition);
    });
    if (holds) asked.set(question.code, question);
  }
  return [...asked.values()];
}

function meets(answer: Answers[string] | undefined, { options }: AskedIf): boolean {
  if (answer === undefined) return false;
  return typeof answer === 'string' ? options.includes(answer) : answer.some((one) => options.includes(one));
}
