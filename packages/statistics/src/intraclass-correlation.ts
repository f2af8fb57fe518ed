import { columnsOf } from './categories.ts';

/** The six forms of Shrout and Fleiss: one rater drawn anew for each subject (1), raters drawn (2), raters fixed (3). */
export interface IntraclassCorrelation {
  readonly icc1: number | null;
  readonly icc2: number | null;
  readonly icc3: number | null;
  /** The same for the mean of the k raters. */
  readonly icc1k: number | null;
  readonly icc2k: number | null;
  readonly icc3k: number | null;
}

const undefinedCorrelation: IntraclassCorrelation = {
  icc1: null,
  icc2: null,
  icc3: null,
  icc1k: null,
  icc2k: null,
  icc3k: null,
};

const ratio = (numerator: number, denominator: number): number | null =>
  denominator === 0 ? null : numerator / denominator;

/**
 * Intraclass correlations from the mean squares of a two-way analysis of variance, BMS between subjects, JMS between
 * raters, EMS residual, WMS within subjects: ICC(1,1) = (BMS − WMS) ÷ (BMS + (k−1)·WMS); ICC(2,1) = (BMS − EMS) ÷
 * (BMS + (k−1)·EMS + k·(JMS − EMS) ÷ n); ICC(3,1) = (BMS − EMS) ÷ (BMS + (k−1)·EMS); of means (BMS − WMS) ÷ BMS,
 * (BMS − EMS) ÷ (BMS + (JMS − EMS) ÷ n), (BMS − EMS) ÷ BMS.
 *
 * `subjects` is subjects × raters; subjects with a missing rating (null) are left out. Null with fewer than two
 * subjects or raters, and where a form's denominator is 0.
 * Source: P. E. Shrout and J. L. Fleiss, "Intraclass correlations", Psychological Bulletin 86 (1979) 420–428.
 * @throws RangeError where rows differ in length
 */
export function intraclassCorrelation(
  subjects: readonly (readonly (number | null)[])[],
): IntraclassCorrelation {
  const k = columnsOf(subjects);
  const rows = subjects.flatMap((row) => {
    const ratings = row.filter((rating) => rating !== null);
    return ratings.length === k ? [ratings] : [];
  });
  const n = rows.length;
  if (n < 2 || k < 2) return undefinedCorrelation;
  const sumOf = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0);
  const grand = sumOf(rows.map(sumOf)) / (n * k);
  const squares = (list: readonly number[]): number => list.reduce((sum, x) => sum + (x - grand) ** 2, 0);
  const between = k * squares(rows.map((row) => sumOf(row) / k));
  const raters = n * squares(Array.from({ length: k }, (_, j) => sumOf(rows.map((row) => row[j] ?? 0)) / n));
  const within = rows.reduce((sum, row) => sum + squares(row), 0) - between;
  const bms = between / (n - 1);
  const wms = within / (n * (k - 1));
  const jms = raters / (k - 1);
  const ems = (within - raters) / ((n - 1) * (k - 1));
  return {
    icc1: ratio(bms - wms, bms + (k - 1) * wms),
    icc2: ratio(bms - ems, bms + (k - 1) * ems + (k * (jms - ems)) / n),
    icc3: ratio(bms - ems, bms + (k - 1) * ems),
    icc1k: ratio(bms - wms, bms),
    icc2k: ratio(bms - ems, bms + (jms - ems) / n),
    icc3k: ratio(bms - ems, bms),
  };
}
