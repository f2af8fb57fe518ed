import type { Question } from '@gongping/contracts';
import { localText } from '#lib/format/local-text.ts';
import { m } from '#lib/paraglide/messages.js';

/**
 * When a question applies, for those whose browser cannot hide it: the number of each question that decides, and its
 * answers; null where it always applies.
 */
export function conditionSentence(question: Question, questions: readonly Question[]): string | null {
  const parts = question.askedIf.flatMap((condition) => {
    const at = questions.findIndex(({ code }) => code === condition.question);
    const on = questions[at];
    if (!on) return [];
    const chosen = on.options.filter(({ code }) => condition.options.includes(code));
    const options = chosen.map(({ label }) => m.survey_condition_option({ option: localText(label) }));
    return [m.survey_condition_part({ number: at + 1, options: options.join(m.survey_condition_or()) })];
  });
  return parts.length === 0 ? null : m.survey_condition({ parts: parts.join(m.survey_condition_and()) });
}
