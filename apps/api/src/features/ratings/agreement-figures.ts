import type { AgreementFigures, AgreementLimits } from '@gongping/contracts';
import { roundHalfUp } from '@gongping/scoring';
import { cohenKappa, krippendorffAlpha, mean } from '@gongping/statistics';

/** A share of the full marks (0 to 1), or N/A. */
export type Share = number | 'NA';

/** Two raters' shares of one leaf of one unit, and whether the difference went to arbitration. */
export interface ComparedLeaf {
  readonly shares: readonly [Share, Share];
  readonly arbitrated: boolean;
}

/** Shares are told apart at a thousandth of the marks: alpha compares all values with all. */
const decimals = 3;
const tenths = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/**
 * How far two raters agree. N/A against N/A agrees and against a number does not; kappa, alpha and the difference are
 * of the leaves to which both gave a number.
 */
export function agreementFigures(leaves: readonly ComparedLeaf[]): AgreementFigures {
  const pairs = leaves.map(({ shares: [a, b] }) => [settled(a), settled(b)] as const);
  const numbers = pairs.flatMap(([a, b]) => (a === 'NA' || b === 'NA' ? [] : [[a, b] as const]));
  const same = pairs.filter(([a, b]) => a === b).length;
  const tenth = (share: number) => roundHalfUp(Math.min(1, Math.max(0, share)) * 10, 0);
  return {
    n: leaves.length,
    percent: leaves.length === 0 ? null : same / leaves.length,
    kappa: cohenKappa(
      numbers.map(([a]) => tenth(a)),
      numbers.map(([, b]) => tenth(b)),
      { weights: 'quadratic', categories: tenths },
    ),
    alpha: krippendorffAlpha(numbers, 'interval'),
    difference: mean(numbers.map(([a, b]) => Math.abs(a - b))),
    arbitrated: leaves.filter(({ arbitrated }) => arbitrated).length,
  };
}

/** Whether raters read an indicator differently: enough leaves, and many cases or little agreement that matters. */
export function isUnclear(figures: AgreementFigures, limits: AgreementLimits): boolean {
  if (figures.n < limits.atLeast) return false;
  if (figures.arbitrated / figures.n >= limits.arbitratedFrom && figures.arbitrated > 0) return true;
  const { alpha, difference } = figures;
  return (
    alpha !== null && alpha < limits.alphaBelow && difference !== null && difference > limits.differenceAbove
  );
}

/** Mean signed difference of one rater's shares against the other's; null where there is nothing to compare. */
export function leniency(pairs: readonly (readonly [own: Share, other: Share])[]): number | null {
  return mean(pairs.flatMap(([own, other]) => (own === 'NA' || other === 'NA' ? [] : [own - other])));
}

function settled(share: Share): Share {
  return share === 'NA' ? share : roundHalfUp(share, decimals);
}
