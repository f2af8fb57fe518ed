import { formatDecimal } from '@gongping/scoring';
import { mean as meanOf } from '@gongping/statistics';

/** Two decimals, half up: scores as they are printed everywhere. */
export function score(value: number): string {
  return formatDecimal(value, 2);
}

/** As few decimals as it takes, two at the most: 90, 62.5. */
export function plain(value: number): string {
  return formatDecimal(value, 2).replace(/\.?0+$/, '');
}

/** 0.8 → `80%`. */
export function percent(share: number): string {
  return `${plain(share * 100)}%`;
}

/** Nulls left out; null without any. */
export function mean(values: readonly (number | null)[]): number | null {
  return meanOf(values.filter((value) => value !== null));
}

/** `2021-01-15T02:00:00Z` → `2021年1月15日`, in Asia/Shanghai. */
export function longDay(moment: string): string {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: 'Asia/Shanghai',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  }).formatToParts(new Date(moment));
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return `${of('year')}年${of('month')}月${of('day')}日`;
}

/** A name in quotation marks; those that it has itself become single ones. */
export const quoted = (name: string): string => `“${name.replaceAll('“', '‘').replaceAll('”', '’')}”`;
