import { itemsOf, type Item } from './items.ts';
import type { Questionnaire } from './questionnaire.ts';

type Asked = Pick<Questionnaire, 'questions'>;

/**
 * Codes of the items of one questionnaire that mean something else in another: they are of another kind, or their
 * options or the values of these are others. Words may differ: a slip of the pen can be mended.
 */
export function alteredItems(before: Asked, after: Asked): string[] {
  const earlier = new Map(itemsOf(before).map((item) => [item.code, item]));
  return itemsOf(after).flatMap((item) => {
    const same = earlier.get(item.code);
    return same === undefined || meaningOf(same) === meaningOf(item) ? [] : [item.code];
  });
}

function meaningOf({ kind, options }: Item): string {
  const known = options.map(({ code, value }) => `${code} ${value}`).toSorted();
  return [kind, ...known].join('\n');
}
