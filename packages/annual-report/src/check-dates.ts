import { finding } from './finding.ts';
import type { Finding } from './finding.ts';
import { formOfYear } from './forms.ts';
import { plainText } from './plain-text.ts';
import { partsOf } from './report-parts.ts';
import type { AnnualReport } from './report.ts';

const YEAR = /(20\d\d)年/g;
const PERIOD =
  /自?(20\d\d)年(\d{1,2})月(\d{1,2})日起?(?:至|到|—|-|~|～)(?:(20\d\d)年)?(\d{1,2})月(\d{1,2})日/g;

/** S3: the form is the one for the year. */
export const checkForm = ({ form, year }: AnnualReport): readonly Finding[] => {
  const expected = formOfYear(year);
  if (expected === null || expected === form) return [];
  const params = { year, expected, actual: form };
  return [finding('S3', 'fail', { where: 'form', code: 'wrong-form', params })];
};

/** S3: the year in the title is the year of the report; a title without a year says nothing. */
export const checkTitle = ({ title, year }: AnnualReport): readonly Finding[] => {
  const [, said] = /(20\d\d)(?:年|\D|$)/.exec(plainText(title ?? '')) ?? [];
  if (said === undefined) return [];
  const common = { where: 'title', expected: year, actual: Number(said) };
  return [
    Number(said) === year
      ? finding('S3', 'pass', { ...common, code: 'holds', params: { value: year } })
      : finding('S3', 'fail', {
          ...common,
          code: 'title-other-year',
          params: { expected: year, actual: said },
        }),
  ];
};

/** S3: section 一 speaks of the year of the report where it names years. */
export const checkTextYear = ({ text, year }: AnnualReport): readonly Finding[] => {
  const years = [...plainText(text['1'] ?? '').matchAll(YEAR)].map(([, digits]) => Number(digits));
  const [first] = years;
  if (first === undefined || years.includes(year)) return [];
  const params = { expected: year, actual: first };
  return [
    finding('S3', 'fail', {
      where: 'text 1',
      expected: year,
      actual: first,
      code: 'text-other-year',
      params,
    }),
  ];
};

/** Words before a period that make it that of the figures; other periods stand in texts too. */
const OF_THE_FIGURES = /(?:统计|数据|期限|报告期|时间范围)[^。；\n]{0,12}$/;

/** S3: the period that the figures are said to be of is the whole year. */
export const checkPeriod = (report: AnnualReport): readonly Finding[] => {
  const { year } = report;
  const whole = `${year} 1 1 ${year} 12 31`;
  return partsOf(report).flatMap(({ where, text }) => {
    const plain = plainText(text);
    return [...plain.matchAll(PERIOD)].flatMap((match): Finding[] => {
      const [found, from, month, day, to = from, lastMonth, lastDay] = match;
      const said = [from, Number(month), Number(day), to, Number(lastMonth), Number(lastDay)].join(' ');
      if (said === whole) return [finding('S3', 'pass', { where, code: 'nothing-wrong' })];
      if (!OF_THE_FIGURES.test(plain.slice(0, match.index))) return [];
      return [finding('S3', 'fail', { where, code: 'period-differs', params: { found, year } })];
    });
  });
};
