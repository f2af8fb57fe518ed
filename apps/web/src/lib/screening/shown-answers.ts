import type { HeldResponse, Questionnaire } from '@gongping/contracts';
import { itemsOf } from '@gongping/questionnaire';

/** Answers in the questionnaire's order, with the words of the options; what it does not know comes last, as it is. */
export function shownAnswers(answers: HeldResponse['answers'], questionnaire: Questionnaire) {
  const items = itemsOf(questionnaire);
  const known = items.flatMap(({ code, text, kind, options }) => {
    const given = answers[code];
    if (given === undefined) return [];
    const chosen = typeof given === 'string' ? [given] : given;
    const labels = chosen.map(
      (one) => options.find((option) => option.code === one)?.label ?? { zh: one, en: one },
    );
    const words = kind === 'text' || kind === 'number' ? chosen.join('\n') : null;
    return [{ code, text, options: labels, words }];
  });
  const codes = new Set(items.map(({ code }) => code));
  const others = Object.entries(answers)
    .filter(([code]) => !codes.has(code))
    .map(([code, given]) => ({ code, text: { zh: code, en: code }, options: [], words: String(given) }));
  return [...known, ...others];
}
