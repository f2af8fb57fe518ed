import type { AgreementFigures } from '@gongping/contracts';
import { roundHalfUp } from '@gongping/scoring';
import { krippendorffAlpha, mean } from '@gongping/statistics';
import { agreementFigures, type Share } from '../ratings/agreement-figures.ts';
import { median } from '../results/median.ts';

/** What every evaluator gave one leaf of one unit, by the evaluator: shares of the marks. */
export type SharesOfCell = ReadonlyMap<string, Share>;

/** Middle of the shares; null where nobody gave a number. */
export const medianOf = (shares: Iterable<Share>): number | null => median(numbersIn(shares));

/** The highest share less the lowest; null where nobody gave a number. */
export function spreadOf(shares: Iterable<Share>): number | null {
  const numbers = numbersIn(shares);
  return numbers.length === 0 ? null : Math.max(...numbers) - Math.min(...numbers);
}

/**
 * How far several evaluators agree. Percent, difference and how many differ by more than the threshold are over all
 * pairs of evaluators at all cells; kappa is the mean of the pairs' weighted kappas (Light 1971), since Cohen's is of
 * two; alpha is Krippendorff's over all of them.
 */
export function calibrationFigures(cells: readonly SharesOfCell[], threshold: number): AgreementFigures {
  const raters = [...new Set(cells.flatMap((cell) => [...cell.keys()]))];
  const pairs = raters.flatMap((first, place) =>
    raters.slice(place + 1).map((second) => [first, second] as const),
  );
  const compared = pairs.map(([first, second]) =>
    cells.flatMap((cell) => {
      const [a, b] = [cell.get(first), cell.get(second)];
      return a === undefined || b === undefined
        ? []
        : [{ shares: [a, b] as const, arbitrated: isApart(a, b, threshold) }];
    }),
  );
  const kappas = compared.flatMap((leaves) => agreementFigures(leaves).kappa ?? []);
  const { n, percent, difference, arbitrated } = agreementFigures(compared.flat());
  const table = cells.map((cell) =>
    raters.map((rater) => {
      const share = cell.get(rater);
      return typeof share === 'number' ? roundHalfUp(share, decimals) : null;
    }),
  );
  return {
    n,
    percent,
    kappa: mean(kappas),
    alpha: krippendorffAlpha(table, 'interval'),
    difference,
    arbitrated,
  };
}

/** How far one evaluator is from the median of all, over the cells with a number. */
export function distanceFromMedian(
  cells: readonly SharesOfCell[],
  rater: string,
): { n: number; fromMedian: number | null; distance: number | null } {
  const differences = cells.flatMap((cell) => {
    const share = cell.get(rater);
    const middle = medianOf(cell.values());
    return typeof share === 'number' && middle !== null ? [share - middle] : [];
  });
  return {
    n: differences.length,
    fromMedian: mean(differences),
    distance: mean(differences.map((each) => Math.abs(each))),
  };
}

/** Shares are told apart at a thousandth of the marks, as of two raters. */
const decimals = 3;

function isApart(a: Share, b: Share, threshold: number): boolean {
  if (a === 'NA' || b === 'NA') return a !== b;
  // What differs by exactly the threshold still agrees; differences of shares carry binary dust.
  return roundHalfUp(Math.abs(a - b), 10) > threshold;
}

function numbersIn(shares: Iterable<Share>): number[] {
  return [...shares].flatMap((share) => (share === 'NA' ? [] : [share]));
}
