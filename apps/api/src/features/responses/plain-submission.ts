import type { SurveySubmission } from '@gongping/contracts';

/** Longest texts of the contract `surveySubmission`. */
const longest = new Map([
  ['token', 200],
  ['stamp', 100],
  ['proof', 1000],
  ['homepage', 500],
]);
const longestUnit = 32;
const longestCode = 65;
const longestAnswer = 64;
/** No text of a closed answer is longer; nearly all that people send in their own words is shorter too. */
const longestText = 500;
const mostChosen = 50;

/**
 * Whether a body is a submission, told in a tenth of the time that the contract's schema takes. It is narrower than the
 * schema (a test holds it against that): what it does not know for plain is for the schema to judge.
 */
export function isPlainSubmission(body: unknown): body is SurveySubmission {
  if (!isRecord(body)) return false;
  for (const [name, value] of Object.entries(body)) {
    if (name === 'answers') continue;
    const most = name === 'unit' ? longestUnit : longest.get(name);
    if (most === undefined || typeof value !== 'string' || value.length > most) return false;
  }
  const { unit, answers } = body;
  if (typeof unit !== 'string' || unit === '' || !isRecord(answers)) return false;
  return Object.entries(answers).every(([code, answer]) => code.length <= longestCode && isAnswer(answer));
}

/** A plain object as JSON makes it; one with a key `__proto__` is not. */
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !Object.hasOwn(value, '__proto__');

function isAnswer(answer: unknown): boolean {
  if (typeof answer === 'string')
    return answer.length <= longestText && answer.isWellFormed() && !/\p{Cc}/u.test(answer);
  if (typeof answer === 'number') return Number.isFinite(answer);
  if (!Array.isArray(answer) || answer.length > mostChosen) return false;
  return answer.every((one) => typeof one === 'string' && one.length <= longestAnswer);
}
