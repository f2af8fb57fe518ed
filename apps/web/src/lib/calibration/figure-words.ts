import { formatPercent, formatScore } from '#lib/format/number.ts';
import { m } from '#lib/paraglide/messages.js';

const none = '—';

/** A share of the marks. */
export function percentWord(share: number | null): string {
  return share === null ? none : formatPercent(share);
}

/** A coefficient of agreement. */
export function figureWord(value: number | null): string {
  return value === null ? none : formatScore(value);
}

/** A difference in percentage points with its sign: `+12`, `−3`. */
export function pointsWord(difference: number | null): string {
  if (difference === null) return none;
  const sign = difference > 0 ? '+' : '';
  return m.ratings_points({ points: `${sign}${formatScore(difference * 100)}` });
}
