import { askedQuestions } from './asked.ts';
import { itemsOf, type Item } from './items.ts';
import type { Answers, Questionnaire } from './questionnaire.ts';

/** What can be wrong with one answer. */
export type AnswerProblem =
  | {
      readonly code:
        | 'unknown-question'
        | 'one-only'
        | 'repeated'
        | 'text-only'
        | 'required'
        | 'not-a-number'
        | 'not-whole';
    }
  | { readonly code: 'unknown-option'; readonly value: string }
  | { readonly code: 'below-minimum' | 'above-maximum'; readonly limit: number }
  | { readonly code: 'text-too-long'; readonly length: number; readonly limit: number };

/** An answer as it comes: an option's code, a scale value or a number, codes, or text. */
export type GivenAnswer = string | number | readonly (string | number)[];

export interface CheckedAnswers {
  /** What is stored: only what the questionnaire asks. */
  readonly answers: Answers;
  readonly problems: readonly { readonly item: string; readonly problem: AnswerProblem }[];
}

/** Characters of an answer in words. */
export const longestText = 500;

type Read = { readonly answer: string | string[] | null } | { readonly problem: AnswerProblem };

/**
 * Holds what was given against the questionnaire and brings it into the form that is stored: a scale value becomes its
 * option's code, an empty answer is no answer, and answers to questions that are not asked (see `askedQuestions`) are
 * left out, since a page may still hold them.
 */
export function checkAnswers(
  questionnaire: Pick<Questionnaire, 'questions'>,
  given: Readonly<Record<string, GivenAnswer>>,
): CheckedAnswers {
  const items = itemsByCode(questionnaire);
  const read: Record<string, string | readonly string[]> = {};
  const problems: { item: string; problem: AnswerProblem }[] = [];
  for (const [code, value] of Object.entries(given)) {
    const item = items.get(code);
    const outcome: Read = item ? readAnswer(item, value) : { problem: { code: 'unknown-question' } };
    if ('problem' in outcome) problems.push({ item: code, problem: outcome.problem });
    else if (outcome.answer !== null) read[code] = outcome.answer;
  }
  const asked = new Set(askedQuestions(questionnaire, read).map(({ code }) => code));
  const answers: Record<string, string | readonly string[]> = {};
  for (const { code, question, required } of items.values()) {
    if (!asked.has(question)) continue;
    const answer = read[code];
    if (answer !== undefined) answers[code] = answer;
    else if (required && !problems.some(({ item }) => item === code))
      problems.push({ item: code, problem: { code: 'required' } });
  }
  return { answers, problems };
}

const known = new WeakMap<Pick<Questionnaire, 'questions'>, ReadonlyMap<string, Item>>();

/** Made once for a questionnaire that is kept: a city's answers are held against the same one. */
function itemsByCode(questionnaire: Pick<Questionnaire, 'questions'>): ReadonlyMap<string, Item> {
  const found = known.get(questionnaire);
  if (found) return found;
  const made = new Map(itemsOf(questionnaire).map((item) => [item.code, item]));
  known.set(questionnaire, made);
  return made;
}

function readAnswer(item: Item, value: GivenAnswer): Read {
  if (item.kind === 'text') return readText(value);
  if (item.kind === 'number') return readNumber(item, value);
  if (item.kind === 'multiple') return readSeveral(item, typeof value === 'object' ? value : [value]);
  if (typeof value === 'object') return { problem: { code: 'one-only' } };
  if (value === '') return { answer: null };
  const option = item.options.find((one) =>
    typeof value === 'number' ? item.kind === 'scale' && one.value === value : one.code === value,
  );
  return option ? { answer: option.code } : { problem: { code: 'unknown-option', value: String(value) } };
}

function readSeveral({ options }: Item, values: readonly (string | number)[]): Read {
  const chosen = values.filter((value) => value !== '');
  const unknown = chosen.find((value) => !options.some(({ code }) => code === value));
  if (unknown !== undefined) return { problem: { code: 'unknown-option', value: String(unknown) } };
  if (new Set(chosen).size < chosen.length) return { problem: { code: 'repeated' } };
  return { answer: chosen.length === 0 ? null : chosen.map(String) };
}

function readNumber({ number }: Item, value: GivenAnswer): Read {
  if (typeof value === 'object') return { problem: { code: 'one-only' } };
  const text = String(value).normalize('NFKC').trim();
  if (text === '') return { answer: null };
  // What people type, not what JavaScript reads: no exponents, no hexadecimal.
  if (!/^-?\d{1,15}(\.\d{1,6})?$/.test(text)) return { problem: { code: 'not-a-number' } };
  const figure = Number(text);
  if (number?.whole && !Number.isInteger(figure)) return { problem: { code: 'not-whole' } };
  const { minimum = null, maximum = null } = number ?? {};
  if (minimum !== null && figure < minimum) return { problem: { code: 'below-minimum', limit: minimum } };
  if (maximum !== null && figure > maximum) return { problem: { code: 'above-maximum', limit: maximum } };
  return { answer: String(figure) };
}

function readText(value: GivenAnswer): Read {
  if (typeof value !== 'string') return { problem: { code: 'text-only' } };
  const text = value.replaceAll('\r\n', '\n').trim();
  const length = [...text].length;
  if (length > longestText) return { problem: { code: 'text-too-long', length, limit: longestText } };
  return { answer: text === '' ? null : text };
}
