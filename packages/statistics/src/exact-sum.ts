/**
 * A sum that does not depend on the order of its terms: each is cut into a multiple of 2⁻⁸ and a rest that is a multiple
 * of 2⁻⁴⁰, and sums of either kind are exact in doubles for four million terms of up to 10⁴. A term loses less than
 * 10⁻¹² by the cut. So counting in parts, or anew, gives the same number to the last digit.
 */
export type ExactSum = [coarse: number, fine: number];

const coarseUnit = 2 ** 8;
const fineUnit = 2 ** 40;

/** Adds a term, or takes it out again. */
export function addTerm(sum: ExactSum, term: number, times: number): void {
  const coarse = Math.floor(term * coarseUnit) / coarseUnit;
  const fine = Math.floor((term - coarse) * fineUnit) / fineUnit;
  sum[0] += times * coarse;
  sum[1] += times * fine;
}

export function addSum(to: ExactSum, other: Readonly<ExactSum>): void {
  to[0] += other[0];
  to[1] += other[1];
}

export const valueOf = ([coarse, fine]: Readonly<ExactSum>): number => coarse + fine;
