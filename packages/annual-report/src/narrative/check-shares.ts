import { sumAt } from '../cells.ts';
import { finding } from '../finding.ts';
import type { Finding } from '../finding.ts';
import type { AnnualReport, SectionNumber } from '../report.ts';
import type { NarrativeFigure } from './figure.ts';
import { meanings } from './meanings.ts';
import type { Meaning } from './meanings.ts';
import { decimalsOf, printedAs } from './printed-percent.ts';

/** What requests are a share of: those received, handled or answered, in the text or in the tables. */
const wholes: readonly Meaning[] = [meanings.received, meanings.new, meanings.handled, meanings.answered];
const cases = new Set<string>(['review', 'lawsuit', 'lawsuitDirect', 'lawsuitAfterReview']);

const wholesOf = (figures: readonly NarrativeFigure[], report: AnnualReport): readonly number[] => {
  const told = figures.filter(
    ({ meaning, year }) => year === report.year && wholes.includes(meaning ?? meanings.review),
  );
  const inTables = wholes.flatMap((whole) =>
    whole.readings(report.form).map((cells) => sumAt(report, cells)),
  );
  return [...new Set([...told.map(({ value }) => value), ...inTables.flatMap((sum) => sum ?? [])])].filter(
    (whole) => whole > 0,
  );
};

/** S2: a share of the requests that the text gives follows from its numbers. */
export const checkShares = (
  figures: readonly NarrativeFigure[],
  report: AnnualReport,
  section: SectionNumber,
): readonly Finding[] =>
  figures.flatMap(({ meaning, value, share, year }): Finding[] => {
    // Shares of reviews and lawsuits, and of other years, are of something else.
    if (share === undefined || year !== report.year || cases.has(meaning?.key.split('-')[0] ?? '')) return [];
    const where = `text ${section} / ${meaning?.label.zh ?? '渠道'} / 占比`;
    const { percent, quote } = share;
    const possible = wholesOf(figures, report).filter((whole) => whole >= value);
    const [whole] = possible;
    if (whole === undefined) return [];
    const agrees = possible.some((each) => printedAs((100 * value) / each, percent) !== 'other');
    const expected = (100 * value) / whole;
    const common = { where, expected, actual: Number(percent) };
    if (agrees) return [finding('S2', 'pass', { ...common, code: 'text-agrees', params: { quote } })];
    const decimals = Math.max(decimalsOf(percent), 2);
    const params = { quote, part: value, whole, expected: { value: expected, decimals } };
    return [finding('S2', 'fail', { ...common, code: 'share-differs', params })];
  });
