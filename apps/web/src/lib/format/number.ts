import { formatDecimal, roundHalfUp } from '@gongping/scoring';

/** The true minus sign, as wide as a digit; the hyphen is too short in a column of numbers. */
const minus = '\u2212';

/** `92.41`: a score or marks as printed everywhere, rounded half-up to two decimals. */
export function formatScore(value: number): string {
  return formatDecimal(value, 2, { minus });
}

/** A score that may be missing; what stands for it says which kind of missing it is. */
export function formatScoreOr(value: number | null, missing: string): string {
  return value === null ? missing : formatScore(value);
}

/** `+1.20`, `−0.75`, `0.00`: a difference, its sign always shown. */
export function formatDifference(value: number): string {
  const text = formatScore(value);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** `80%`; `share` is 0 to 1. */
export function formatPercent(share: number, decimals = 0): string {
  // 0.8765 × 100 is 87.64999… in binary: settle the product before it is rounded for print.
  return `${formatDecimal(roundHalfUp(share * 100, 10), decimals, { minus })}%`;
}

/** `4,012`: a count, in groups of three. */
export function formatCount(count: number): string {
  return formatDecimal(count, 0, { minus }).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}

/** Full marks without needless zeros: `4`, `2.5`. */
export function formatMarks(value: number): string {
  return formatDecimal(value, 4, { minus }).replace(/\.?0+$/, '');
}
