import type { Appraisal, Questionnaire } from '@gongping/contracts';
import { itemsOf } from '@gongping/questionnaire';
import { localText } from '#lib/format/local-text.ts';

/** A rated item: a question on a scale, or a line of a matrix. */
export interface RatedItem {
  readonly code: string;
  readonly text: string;
  readonly options: Questionnaire['questions'][number]['options'];
}

export function ratedItems(questionnaire: Questionnaire): RatedItem[] {
  return itemsOf(questionnaire).flatMap(({ code, kind, text, options }) =>
    kind === 'scale' ? [{ code, text: localText(text), options: [...options] }] : [],
  );
}

/** What was answered to it. */
export function figuresOf({ questions }: Pick<Appraisal, 'questions'>, code: string) {
  return questions.find((question) => question.code === code);
}
