import type { Language, Question, Questionnaire, SurveySubmission } from '@gongping/contracts';
import { sentence, type AnswerProblem } from './answer-sentences.ts';

type Given = SurveySubmission['answers'][string];
/** Question code → option code, option codes, or text; unanswered questions are absent. */
export type StoredAnswers = Record<string, string | string[]>;

interface CheckedAnswers {
  readonly answers: StoredAnswers;
  readonly errors: readonly { path: string; message: string }[];
}

const longestText = 500;

/**
 * Holds what was sent against the questionnaire and brings it into the form that is stored: a scale value becomes
 * its option's code, and an empty answer is no answer.
 */
export function checkAnswers(
  questionnaire: Questionnaire,
  given: SurveySubmission['answers'],
  language: Language,
): CheckedAnswers {
  const questions = new Map(questionnaire.questions.map((question) => [question.code, question]));
  const answers: StoredAnswers = {};
  const problems: { question: string; problem: AnswerProblem }[] = [];
  for (const [code, value] of Object.entries(given)) {
    const question = questions.get(code);
    const read: Read = question ? readAnswer(question, value) : { problem: { code: 'unknown-question' } };
    if ('problem' in read) problems.push({ question: code, problem: read.problem });
    else if (read.answer !== null) answers[code] = read.answer;
  }
  for (const { code, required } of questionnaire.questions) {
    const refused = problems.some(({ question }) => question === code);
    if (required && answers[code] === undefined && !refused)
      problems.push({ question: code, problem: { code: 'required' } });
  }
  return {
    answers,
    errors: problems.map(({ question, problem }) => ({
      path: `answers.${question}`,
      message: sentence(problem, language),
    })),
  };
}

type Read = { readonly answer: string | string[] | null } | { readonly problem: AnswerProblem };

function readAnswer(question: Question, value: Given): Read {
  if (question.kind === 'text') return readText(value);
  if (question.kind === 'multiple') return readSeveral(question, Array.isArray(value) ? value : [value]);
  if (Array.isArray(value)) return { problem: { code: 'one-only' } };
  if (value === '') return { answer: null };
  const option = question.options.find((one) =>
    typeof value === 'number' ? question.kind === 'scale' && one.value === value : one.code === value,
  );
  return option ? { answer: option.code } : { problem: { code: 'unknown-option', value: String(value) } };
}

function readSeveral({ options }: Question, values: readonly (string | number)[]): Read {
  const chosen = values.filter((value) => value !== '');
  const unknown = chosen.find((value) => !options.some(({ code }) => code === value));
  if (unknown !== undefined) return { problem: { code: 'unknown-option', value: String(unknown) } };
  if (new Set(chosen).size < chosen.length) return { problem: { code: 'repeated' } };
  return { answer: chosen.length === 0 ? null : chosen.map(String) };
}

function readText(value: Given): Read {
  if (typeof value !== 'string') return { problem: { code: 'text-only' } };
  const text = value.replaceAll('\r\n', '\n').trim();
  const length = [...text].length;
  if (length > longestText) return { problem: { code: 'text-too-long', length, limit: longestText } };
  return { answer: text === '' ? null : text };
}
