import { formatDecimal } from '@gongping/scoring';

/** Decimals that the database keeps of a leaf's marks; the engine leaves nothing behind them. */
const keptDecimals = 10;

/** `3.4400000000`, as the database answers, to `3.44`: text only, so that no digit is lost. */
export function trimDecimal(numeric: string): string {
  return numeric.includes('.') ? numeric.replace(/\.?0+$/, '') : numeric;
}

/** Marks as an exact decimal without an exponent: 3.44 → `3.44`. */
export function marksDecimal(marks: number): string {
  return trimDecimal(formatDecimal(marks, keptDecimals));
}
