import type { QuestionnaireTemplate, QuestionOption, TemplateQuestion } from '../types.ts';
import { praise, wishes } from './comments.ts';
import { groupMoods, ignoranceOf, moodSteps } from './question-moods.ts';
import type { RandomStream } from './random.ts';
import type { DemonstrationResponse } from './types.ts';

type Answers = Pick<DemonstrationResponse, 'group' | 'answers' | 'comment'>;

interface Mood {
  /** Mean latent mood towards the unit: about 70 points at 0, 80 at 0.5, 88 at 1. */
  readonly unit: number;
  /** Added in questions of a family. */
  readonly byFamily: Readonly<Record<string, number>>;
}

function groupOf(stream: RandomStream): string {
  let left = stream.uniform();
  for (const [group, { share }] of Object.entries(groupMoods)) {
    left -= share;
    if (left < 0) return group;
  }
  return 'A';
}

/** The option for a latent mood, or "don't know" for null. */
function optionFor(options: readonly QuestionOption[], mood: number | null): QuestionOption | undefined {
  if (mood === null) return options.find(({ value }) => value === null);
  const scale = options.filter(({ value }) => value !== null);
  const step = moodSteps.findIndex((least) => mood >= least);
  return scale[step === -1 ? scale.length - 1 : step] ?? scale.at(-1);
}

function channelsOf({ options }: TemplateQuestion, stream: RandomStream): readonly string[] {
  const codes = options.map(({ code }) => code);
  // The last option says that none of the others was used, so it stands alone.
  const last = codes.at(-1);
  if (last !== undefined && stream.uniform() < 0.06) return [last];
  return stream.sample(codes.slice(0, -1), stream.pick([1, 1, 2, 2, 3]));
}

function commentOf(pleased: boolean, stream: RandomStream): string | null {
  if (stream.uniform() >= 0.12) return null;
  return stream.pick(pleased && stream.uniform() < 0.5 ? praise : wishes);
}

/**
 * One respondent's answers about a unit.
 *
 * @param valid whether enough rated questions are answered for the response to count
 */
export function answerQuestionnaire(
  { questions, method }: QuestionnaireTemplate,
  { mood, valid, stream }: { mood: Mood; valid: boolean; stream: RandomStream },
): Answers {
  const group = groupOf(stream);
  const { shift, ignorance } = groupMoods[group] ?? { shift: 0, ignorance: 1 };
  const temper = mood.unit + shift + 0.75 * stream.normal();
  const rated = questions.flatMap((question) =>
    question.family === null ? [] : [{ question, family: question.family }],
  );
  // Who knows least of a question gives it up first; validity only says how many are given up.
  const byKnowledge = rated
    .map(({ question, family }) => ({
      code: question.code,
      margin: stream.uniform() - ignoranceOf[family] * ignorance,
    }))
    .sort((a, b) => b.margin - a.margin);
  const known = byKnowledge.filter(({ margin }) => margin >= 0).length;
  const answered = valid
    ? Math.max(method.minimumAnswered, known)
    : Math.min(method.minimumAnswered - 1, stream.integer(0, 4));
  const answeredCodes = new Set(byKnowledge.slice(0, answered).map(({ code }) => code));

  const answers: Record<string, string | readonly string[]> = { [method.groupQuestion]: group };
  for (const question of questions) {
    if (question.kind === 'multiple') answers[question.code] = channelsOf(question, stream);
  }
  let pleased = false;
  for (const { question, family } of rated) {
    const latent = temper + (mood.byFamily[family] ?? 0) + 0.66 * stream.normal();
    const option = optionFor(question.options, answeredCodes.has(question.code) ? latent : null);
    if (option !== undefined) answers[question.code] = option.code;
    if (family === 'overall') pleased = (option?.value ?? 0) >= 80;
  }
  const comment = commentOf(pleased, stream);
  return { group, answers, ...(comment === null ? {} : { comment }) };
}
