import type { TextBlock } from './blocks.ts';
import { evenText } from './cell-value.ts';

/** The name of a report; a page's own name may have more behind it. */
const TITLE = /政府信息公开(?:工作)?年度?报告/;
const LONGEST = 80;

/** A title whose first line, with whose report it is, was broken off before the year. */
const NAMELESS = /^20\d\d年/;
const ORGAN = /^\p{Script=Han}{2,40}(?:政府|委员会|局|厅|院|办公室|委|办|会|中心)$/u;

/** The year that the figures are of, as the text says it. */
export const periodYear = (text: string): string | null =>
  /统计(?:期限|时限|时间)[^。]{0,20}?(20\d\d)年/.exec(evenText(text))?.[1] ?? null;

export interface DocumentTitle {
  readonly title: string | undefined;
  /** What stands between the title and section 一. */
  readonly preamble: string;
}

/**
 * The title of a report among what stands above section 一. Pages name themselves several times and list the reports of other
 * years: a heading goes first, then one with the year of the figures, then the last one, which is nearest to the text.
 */
export const readTitle = (above: readonly TextBlock[], section1: string): DocumentTitle => {
  const isTitle = ({ text }: TextBlock): boolean => text.length <= LONGEST && TITLE.test(evenText(text));
  const year = periodYear(`${above.map(({ text }) => text).join('\n')}\n${section1}`);
  const at = [
    above.findLastIndex((block) => block.isHeading && isTitle(block)),
    above.findLastIndex((block) => year !== null && isTitle(block) && evenText(block.text).includes(year)),
    above.findLastIndex(isTitle),
  ].find((index) => index >= 0);
  const title = at === undefined ? undefined : wholeTitle(above, at);
  const preamble = above.slice((at ?? -1) + 1).map(({ text }) => text.trim());
  return { title, preamble: preamble.join('\n') };
};

/** The line of a title, with the one above it where that one names the unit. */
const wholeTitle = (above: readonly TextBlock[], at: number): string => {
  const [name = '', line = ''] = [above[at - 1]?.text.trim(), above[at]?.text.trim()];
  return NAMELESS.test(evenText(line)) && ORGAN.test(evenText(name)) ? name + line : line;
};
