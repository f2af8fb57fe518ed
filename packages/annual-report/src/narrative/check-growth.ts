import { sumAt } from '../cells.ts';
import { finding } from '../finding.ts';
import type { Finding } from '../finding.ts';
import type { AnnualReport, SectionNumber } from '../report.ts';
import type { GrowthClaim } from './figure.ts';
import type { Meaning } from './meanings.ts';
import { decimalsOf, printedAs } from './printed-percent.ts';

interface Claim {
  readonly meaning: Meaning;
  readonly value: number;
  readonly growth: GrowthClaim;
}

interface Context {
  readonly report: AnnualReport;
  readonly previous: AnnualReport | undefined;
  readonly section: SectionNumber;
}

/** The same sum in both years: that which the text's own figure agrees with, else the likeliest. */
const sumsOf = (
  { meaning, value }: Claim,
  { report, previous }: Context,
): readonly [number, number] | null => {
  if (previous?.year !== report.year - 1) return null;
  const readings = meaning.readings(report.form);
  const index = readings.findIndex((cells) => sumAt(report, cells) === value);
  const cells = readings[Math.max(index, 0)] ?? [];
  const now = sumAt(report, cells);
  const before = sumAt(previous, meaning.readings(previous.form)[Math.max(index, 0)] ?? []);
  return now === null || before === null ? null : [before, now];
};

/** S2: by how much a figure has changed is what the tables of both years say. */
export const checkGrowth = (claim: Claim, context: Context): Finding => {
  const { growth, meaning } = claim;
  const where = `text ${context.section} / ${meaning.label.zh} / 增长`;
  const actual = growth.sign * Number(growth.amount);
  const quote = growth.quote;
  const sums = sumsOf(claim, context);
  if (sums === null) {
    return finding('S2', 'undecidable', { where, actual, code: 'growth-no-previous', params: { quote } });
  }
  const [before, now] = sums;
  if (growth.unit === '件') {
    const expected = now - before;
    const common = { where, expected, actual };
    return expected === actual
      ? finding('S2', 'pass', { ...common, code: 'text-agrees', params: { quote } })
      : finding('S2', 'fail', {
          ...common,
          code: 'change-differs',
          params: { quote, expected, before, now },
        });
  }
  if (before === 0) {
    return finding('S2', 'fail', { where, actual, code: 'growth-without-base', params: { quote } });
  }
  const expected = (100 * (now - before)) / before;
  const common = { where, expected, actual };
  const decimals = decimalsOf(growth.amount);
  const params = { quote, before, now, expected: { value: expected, decimals: Math.max(decimals, 2) } };
  switch (printedAs(expected * growth.sign, growth.amount)) {
    case 'rounded':
      return finding('S2', 'pass', { ...common, code: 'text-agrees', params: { quote } });
    case 'cut':
      return finding('S2', 'warning', { ...common, code: 'growth-cut', params });
    default:
      return finding('S2', 'fail', { ...common, code: 'growth-differs', params });
  }
};
