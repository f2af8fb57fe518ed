import { columnsOf } from './categories.ts';
import type { Category } from './categories.ts';
import { cohenKappa } from './cohen-kappa.ts';
import type { KappaWeights } from './cohen-kappa.ts';
import { fleissKappa } from './fleiss-kappa.ts';
import { intraclassCorrelation } from './intraclass-correlation.ts';
import type { IntraclassCorrelation } from './intraclass-correlation.ts';
import { krippendorffAlpha } from './krippendorff-alpha.ts';
import type { AlphaMetric } from './krippendorff-alpha.ts';

/** Agreement of raters in every usual figure; null is undefined, and `notes` says why by the figure's name. */
export interface Agreement {
  readonly subjects: number;
  readonly raters: number;
  /** Share of agreeing pairs of ratings, the mean over subjects with at least two. */
  readonly percentAgreement: number | null;
  readonly cohenKappa: Readonly<Record<KappaWeights, number | null>> | null;
  readonly fleissKappa: number | null;
  readonly krippendorffAlpha: Readonly<Record<AlphaMetric, number | null>>;
  readonly icc: IntraclassCorrelation;
  readonly notes: Readonly<Record<string, string>>;
}

const percentAgreementOf = (subjects: readonly (readonly (Category | null)[])[]): number | null => {
  let sum = 0;
  let counted = 0;
  for (const row of subjects) {
    const given = row.filter((rating) => rating !== null);
    if (given.length < 2) continue;
    const counts = new Map<Category, number>();
    for (const rating of given) counts.set(rating, (counts.get(rating) ?? 0) + 1);
    let pairs = 0;
    for (const count of counts.values()) pairs += count * (count - 1);
    sum += pairs / (given.length * (given.length - 1));
    counted += 1;
  }
  return counted === 0 ? null : sum / counted;
};

const metrics = ['nominal', 'ordinal', 'interval', 'ratio'] as const satisfies readonly AlphaMetric[];

/**
 * Every figure of agreement of subjects × raters, null being a missing rating.
 *
 * @param categories the categories in their order, for weighted kappa; those that are used where it is not given
 * @throws RangeError where rows differ in length or a rating is not among the categories
 */
export function agreement(
  subjects: readonly (readonly (Category | null)[])[],
  categories?: readonly Category[],
): Agreement {
  const raters = columnsOf(subjects);
  const notes: Record<string, string> = {};
  const numeric = subjects.every((row) =>
    row.every((rating) => rating === null || typeof rating === 'number'),
  );
  const noted = (name: string, value: number | null, why: string): number | null => {
    if (value === null) notes[name] = why;
    return value;
  };
  const kappa = (weights: KappaWeights): number | null =>
    noted(
      `cohenKappa.${weights}`,
      cohenKappa(
        subjects.map((row) => row[0] ?? null),
        subjects.map((row) => row[1] ?? null),
        { weights, ...(categories === undefined ? {} : { categories }) },
      ),
      'no subject has two ratings, or both raters use one and the same category only',
    );
  if (raters !== 2) notes['cohenKappa'] = `it compares two raters, and there are ${raters}`;
  const alpha = (metric: AlphaMetric): number | null => {
    const needsNumbers = metric === 'interval' || metric === 'ratio';
    return needsNumbers && !numeric
      ? noted(`krippendorffAlpha.${metric}`, null, 'the ratings are not numbers')
      : noted(
          `krippendorffAlpha.${metric}`,
          krippendorffAlpha(subjects, metric),
          'no subject has two ratings, or the ratings do not vary',
        );
  };
  const numbers = numeric
    ? subjects.map((row) => row.map((rating) => (typeof rating === 'number' ? rating : null)))
    : [];
  const icc = intraclassCorrelation(numbers);
  if (!numeric) notes['icc'] = 'the ratings are not numbers';
  else if (icc.icc1 === null) {
    notes['icc'] =
      'fewer than two subjects are rated by all of at least two raters, or the ratings do not vary';
  }
  return {
    subjects: subjects.length,
    raters,
    percentAgreement: noted('percentAgreement', percentAgreementOf(subjects), 'no subject has two ratings'),
    cohenKappa:
      raters === 2
        ? { unweighted: kappa('unweighted'), linear: kappa('linear'), quadratic: kappa('quadratic') }
        : null,
    fleissKappa: noted(
      'fleissKappa',
      fleissKappa(subjects),
      'the subjects differ in the number of ratings, have fewer than two, or all ratings are one category',
    ),
    krippendorffAlpha: Object.fromEntries(metrics.map((metric) => [metric, alpha(metric)])) as Record<
      AlphaMetric,
      number | null
    >,
    icc,
    notes,
  };
}
