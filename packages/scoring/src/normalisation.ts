/** A unit's score depends on its own value alone. LO and HI are the range of the result. */
export type AbsoluteNormalisation =
  | { readonly type: 'none' | 'share' }
  | {
      readonly type: 'goalposts';
      readonly minimum: number;
      readonly maximum: number;
      readonly low: number;
      readonly high: number;
    };

/** A unit's score depends on the values of the units that it is ranked with. */
export type RelativeNormalisation =
  | { readonly type: 'rank' | 'borda' | 'percentile' }
  | { readonly type: 'minmax'; readonly low: number; readonly high: number }
  | { readonly type: 'zscore'; readonly mean: number; readonly deviation: number };

/** How a leaf's raw value becomes its score. */
export type Normalisation = AbsoluteNormalisation | RelativeNormalisation;

export const isAbsolute = (normalisation: Normalisation): normalisation is AbsoluteNormalisation =>
  normalisation.type === 'none' || normalisation.type === 'share' || normalisation.type === 'goalposts';

const plain = ['none', 'share', 'rank', 'borda', 'percentile'] as const;
const numberPattern = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/**
 * Reads `none`, `share`, `rank`, `borda`, `percentile`, `minmax[:LO:HI]`, `zscore[:MEAN:SD]` and
 * `goalposts:MIN:MAX[:LO:HI]`. Left out, LO:HI is 0:`scale` and MEAN:SD is 0:1. Null where it is none of them, the
 * goalposts coincide or are reversed (use direction -1), or SD is not above 0.
 */
export const parseNormalisation = (notation: string, scale: number): Normalisation | null => {
  const [type, ...rest] = notation.trim().split(':');
  if (!rest.every((part) => numberPattern.test(part.trim()))) return null;
  const numbers = rest.map(Number);
  if (!numbers.every(Number.isFinite)) return null;
  const [a, b, c = 0, d = scale] = numbers;
  const count = numbers.length;
  const simple = plain.find((name) => name === type);
  if (simple !== undefined) return count === 0 ? { type: simple } : null;
  if (type === 'minmax') {
    return count === 0 || count === 2 ? { type, low: a ?? 0, high: b ?? scale } : null;
  }
  if (type === 'zscore') {
    const deviation = b ?? 1;
    return (count === 0 || count === 2) && deviation > 0 ? { type, mean: a ?? 0, deviation } : null;
  }
  if (type !== 'goalposts' || (count !== 2 && count !== 4)) return null;
  if (a === undefined || b === undefined || !(a < b)) return null;
  return { type, minimum: a, maximum: b, low: c, high: d };
};
