import { blanksAmong, sumAt } from '../cells.ts';
import { finding } from '../finding.ts';
import type { Finding } from '../finding.ts';
import { nameCells } from '../name-cells.ts';
import type { AnnualReport, SectionNumber } from '../report.ts';
import { checkGrowth } from './check-growth.ts';
import { checkShares } from './check-shares.ts';
import { figuresOf } from './figures.ts';
import type { NarrativeFigure } from './figure.ts';
import type { Meaning } from './meanings.ts';

/** Sections whose numbers are the tables'; 五 speaks of problems and of other years. */
const compared: readonly SectionNumber[] = ['1', '2', '3', '4', '6'];

/** Which report a figure is of; null for other years than these two. */
const reportOf = (
  { year }: NarrativeFigure,
  report: AnnualReport,
  previous: AnnualReport | undefined,
): AnnualReport | null => {
  if (year === report.year) return report;
  const isLastYear = year === null || year === report.year - 1;
  return isLastYear && previous?.year === report.year - 1 ? previous : null;
};

const compare = (
  { value, quote }: NarrativeFigure,
  meaning: Meaning,
  { report, section }: { readonly report: AnnualReport; readonly section: SectionNumber },
): Finding => {
  const where = `text ${section} / ${meaning.label.zh}`;
  const readings = meaning.readings(report.form);
  const [likeliest = []] = readings;
  const agreeing = readings.find((cells) => sumAt(report, cells) === value);
  if (agreeing !== undefined) {
    const common = { where, cells: agreeing, expected: value, actual: value };
    return finding('S2', 'pass', { ...common, code: 'text-agrees', params: { quote } });
  }
  const expected = sumAt(report, likeliest);
  if (expected === null) {
    const cells = blanksAmong(report, likeliest);
    const params = { quote, cells: nameCells(report, cells) };
    return finding('S2', 'undecidable', { where, cells, actual: value, code: 'text-no-table', params });
  }
  const params = { quote, expected, cells: nameCells(report, likeliest) };
  return finding('S2', 'fail', {
    where,
    cells: likeliest,
    expected,
    actual: value,
    code: 'text-differs',
    params,
  });
};

/** S2: the numbers in the text are those of the tables, and its percentages follow from them. */
export const checkNarrative = (
  report: AnnualReport,
  previous: AnnualReport | undefined,
): readonly Finding[] =>
  compared.flatMap((section) => {
    const figures = figuresOf(report.text[section] ?? '', report.year);
    const told = new Set<string>();
    const found = figures.flatMap((figure): Finding[] => {
      const { meaning, value, growth } = figure;
      const of = reportOf(figure, report, previous);
      if (meaning === null || of === null) return [];
      const key = `${of.year} ${meaning.key} ${value}`;
      const compared = told.has(key) ? [] : [compare(figure, meaning, { report: of, section })];
      told.add(key);
      const grown =
        growth === undefined || of !== report
          ? []
          : [checkGrowth({ meaning, value, growth }, { report, previous, section })];
      return [...compared, ...grown];
    });
    return [...found, ...checkShares(figures, report, section)];
  });
