export { alteredItems } from './altered-items.ts';
export { askedQuestions } from './asked.ts';
export {
  checkAnswers,
  longestText,
  type AnswerProblem,
  type CheckedAnswers,
  type GivenAnswer,
} from './check-answers.ts';
export { mostConditions, mostOptions } from './check-question.ts';
export { checkQuestionnaire, mostQuestions, type CountingMethod } from './check-questionnaire.ts';
export { itemsOf, itemsOfQuestion, type Item } from './items.ts';
export { findPersonal, redact, type PersonalKind, type PersonalSpan } from './personal.ts';
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
export {
  type ProblemPlace,
  type QuestionnairePart,
  type QuestionnaireProblem,
  type QuestionnaireProblemCode,
} from './questionnaire-problem.ts';
export { overallFamily, ratedItems, type RatedItems } from './rated-items.ts';
export { tidyQuestionnaire } from './tidy.ts';
export { fiveLevels } from './five-levels.ts';
