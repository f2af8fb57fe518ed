import type { Question } from '@gongping/contracts';
import type { Answers } from './answers.ts';

/** What every kind of question is shown with; answers and errors by item code. */
export interface QuestionProps {
  question: Question;
  number: number;
  answers: Answers;
  errors: Readonly<Record<string, string>>;
}
