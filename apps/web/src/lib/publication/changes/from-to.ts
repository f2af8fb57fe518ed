import { formatScoreOr } from '#lib/format/number.ts';

const none = '\u2014';

interface Pair<T> {
  readonly from: T;
  readonly to: T;
}

/** `88.31 → 90.12`; one of them where both are the same. */
export function fromTo({ from, to }: Pair<string>): string {
  return from === to ? to : `${from} → ${to}`;
}

/** Two decimals, as scores are printed; all of them where two would not show the difference. */
export function scoreFromTo({ from, to }: Pair<number | null>): string {
  const printed = { from: formatScoreOr(from, none), to: formatScoreOr(to, none) };
  const hidden = from !== to && printed.from === printed.to;
  return fromTo(hidden ? { from: String(from ?? none), to: String(to ?? none) } : printed);
}

export function rankFromTo({ from, to }: Pair<number | null>): string {
  return fromTo({ from: String(from ?? none), to: String(to ?? none) });
}
