import { expect, it } from 'vitest';
import { templateQuestionnaire } from '../surveys/survey.questionnaire.ts';
import { sameQuestions } from './same-questions.ts';

it('compares rated questions that are asked in the same words on the same scale', () => {
  const now = templateQuestionnaire();
  expect([...sameQuestions(now, now)]).toEqual(['Q3', 'Q4', 'Q5', 'Q6', 'Q7', 'Q8', 'Q9', 'Q10', 'Q11']);
  const then = {
    questions: now.questions.map((question) => {
      if (question.code === 'Q3') return { ...question, text: { ...question.text, zh: '另一个问题' } };
      if (question.code === 'Q4')
        return { ...question, options: question.options.map((option) => ({ ...option, value: 50 })) };
      return question.code === 'Q5' ? { ...question, code: 'Q50' } : question;
    }),
  };
  expect([...sameQuestions(now, then)]).toEqual(['Q6', 'Q7', 'Q8', 'Q9', 'Q10', 'Q11']);
});
