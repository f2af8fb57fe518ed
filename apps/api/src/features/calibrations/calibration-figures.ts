import type { AgreementFigures } from '@gongping/contracts';
import { roundHalfUp } from '@gongping/scoring';
import { krippendorffAlpha } from '@gongping/statistics';
import { agreementFigures, type Share } from '../ratings/agreement-figures.ts';

/** What every evaluator gave one leaf of one unit, by the evaluator: shares of the marks. */
export type SharesOfCell = ReadonlyMap<string, Share>;

/** Middle of the shares, the mean of both middle ones of an even number; null where nobody gave a number. */
export function medianOf(shares: Iterable<Share>): number | null {
  const sorted = numbersIn(shares).toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

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
    kappa: meanOf(kappas),
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
    const median = medianOf(cell.values());
    return typeof share === 'number' && median !== null ? [share - median] : [];
  });
  return {
    n: differences.length,
    fromMedian: meanOf(differences),
    distance: meanOf(differences.map((each) => Math.abs(each))),
  };
}

/** Shares are told apart at a thousandth of the marks, as of two raters. */
const decimals = 3;
/** Float dust of a division: what differs by exactly the threshold still agrees. */
const dust = 1e-9;

function isApart(a: Share, b: Share, threshold: number): boolean {
  if (a === 'NA' || b === 'NA') return a !== b;
  return Math.abs(a - b) > threshold + dust;
}

function numbersIn(shares: Iterable<Share>): number[] {
  return [...shares].flatMap((share) => (share === 'NA' ? [] : [share]));
}

function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
