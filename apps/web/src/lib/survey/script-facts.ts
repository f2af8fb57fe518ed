import type { PublicSurvey, Question } from '@gongping/contracts';
import type { AnswerProblem, AskedIf, NumberBounds } from '@gongping/questionnaire';
import { m } from '#lib/paraglide/messages.js';

/** A question without its words, which stand on the page already. */
export interface PlainQuestion {
  readonly code: string;
  readonly kind: Question['kind'];
  readonly options: readonly string[];
  readonly required: boolean;
  readonly askedIf: readonly AskedIf[];
  readonly rows: readonly string[];
  readonly number: NumberBounds | null;
}

/** What the page's script must know; sentences in the person's language, with their inputs left in braces. */
export interface ScriptFacts {
  readonly slug: string;
  readonly unit: string;
  /** On a staffed device nothing of one person stays for the next. */
  readonly staffed: boolean;
  readonly questions: readonly PlainQuestion[];
  readonly problems: Readonly<Record<AnswerProblem['code'], string>>;
  readonly words: Readonly<Record<keyof ReturnType<typeof words>, string>>;
}

export function scriptFacts(
  survey: PublicSurvey,
  { unit, staffed }: { unit: string; staffed: boolean },
): ScriptFacts {
  return {
    slug: survey.slug,
    unit,
    staffed,
    questions: survey.questionnaire.questions.map(({ code, kind, options, required, ...rest }) => ({
      code,
      kind,
      options: options.map((option) => option.code),
      required,
      askedIf: rest.askedIf,
      rows: rest.rows.map((row) => row.code),
      number: rest.number,
    })),
    problems: problems(),
    words: words(),
  };
}

const problems = (): ScriptFacts['problems'] => ({
  'unknown-question': m.survey_problem_other(),
  'unknown-option': m.survey_problem_other(),
  'text-only': m.survey_problem_other(),
  'one-only': m.survey_problem_other(),
  repeated: m.survey_problem_other(),
  required: m.survey_required_sentence(),
  'not-a-number': m.survey_problem_number(),
  'not-whole': m.survey_problem_whole(),
  'below-minimum': m.survey_problem_minimum({ limit: '{limit}' }),
  'above-maximum': m.survey_problem_maximum({ limit: '{limit}' }),
  'text-too-long': m.survey_problem_long({ limit: '{limit}', length: '{length}' }),
});

const words = () => ({
  oneError: m.survey_errors_title({ count: 1 }),
  // A word that is no number takes the form of many.
  manyErrors: m.survey_errors_title({ count: '{count}' }),
  refused: m.survey_refused(),
  progress: m.survey_progress_count({ done: '{done}', total: '{total}' }),
  sending: m.survey_submitting(),
  waiting: m.survey_waiting(),
  waitingUnkept: m.survey_waiting_unkept(),
  waitingStaffed: m.survey_waiting_staffed(),
  sentBefore: m.survey_sent_before(),
});
