import { itemsOf, type Item } from '@gongping/questionnaire';
import type { SurveyQuestionnaires } from '../surveys/survey-questionnaires.ts';

/** Items that are answered in words, of every version of a questionnaire; the newest words for each. */
export function textItems({ all }: Pick<SurveyQuestionnaires, 'all'>): Item[] {
  const items = all.flatMap(({ questionnaire }) => itemsOf(questionnaire));
  return [...new Map(items.filter(({ kind }) => kind === 'text').map((item) => [item.code, item])).values()];
}
