export { askedQuestions } from './asked.ts';
export {
  checkAnswers,
  longestText,
  type AnswerProblem,
  type CheckedAnswers,
  type GivenAnswer,
} from './check-answers.ts';
export { itemsOf, itemsOfQuestion, type Item } from './items.ts';
export { patternCode, readPlace, type PatternCode, type PatternPlace } from './pattern.ts';
export type {
  Answers,
  AskedIf,
  MatrixRow,
  NumberBounds,
  Option,
  Question,
  QuestionKind,
  Questionnaire,
  Section,
  Words,
} from './questionnaire.ts';
