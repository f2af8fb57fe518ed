import { categoryAxis } from './style.ts';

/** Longer names go on further lines, so that a phone has room for the marks. */
const MOST_NAME_WIDTH = 184;

/** Height of a line. */
const LINE = 13;

/** About as wide as 12 px type sets it: Chinese is square, Latin half as wide. */
const widthOf = (name: string): number =>
  [...name].reduce((width, letter) => width + (letter > '\u2e7f' ? 12 : 6.5), 0);

/**
 * CSS height of a chart with a bar a row: no row is lower than its name, however many lines that has.
 * @param lowest of a row, in pixels
 */
export function rowsHeight(names: readonly string[], lowest: number): string {
  // Latin letters are a little narrower than assumed, which makes up for lines that words do not fill.
  const lines = (name: string) => Math.ceil((0.95 * widthOf(name)) / MOST_NAME_WIDTH);
  const row = Math.max(lowest, ...names.map((name) => LINE * lines(name) + 6));
  return `${24 + names.length * row}px`;
}

/** A category axis from the top down whose long names are broken into lines. */
export function wrappedNames(names: readonly string[]) {
  const axis = categoryAxis(names);
  const width = Math.min(MOST_NAME_WIDTH, 4 + Math.max(...names.map(widthOf)));
  return {
    ...axis,
    axisLabel: { ...axis.axisLabel, width, overflow: 'break' as const, lineHeight: LINE },
    inverse: true,
  };
}
