import type { Questionnaire } from '@gongping/contracts';
import { itemsOf, type Item } from '@gongping/questionnaire';

/** Codes of rated items that are asked in the same words, with the same options, in both: their means can be compared. */
export function sameQuestions(
  now: Pick<Questionnaire, 'questions'>,
  then: Pick<Questionnaire, 'questions'>,
): Set<string> {
  const before = new Map(itemsOf(then).map((item) => [item.code, item]));
  return new Set(
    itemsOf(now).flatMap((item) => {
      const earlier = before.get(item.code);
      return item.kind === 'scale' && earlier && asksTheSame(item, earlier) ? [item.code] : [];
    }),
  );
}

function asksTheSame(item: Item, earlier: Item): boolean {
  const optionsOf = ({ options }: Item) => options.map(({ code, value }) => `${code} ${value}`).join('\n');
  return (
    earlier.kind === item.kind && earlier.text.zh === item.text.zh && optionsOf(earlier) === optionsOf(item)
  );
}
