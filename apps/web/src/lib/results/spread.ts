/** How far weights may be varied on the page, in per cent. */
export const spreads = [10, 25, 50] as const;
export type Spread = (typeof spreads)[number];

export const defaultSpread: Spread = 25;

/** Reads `?spread=50`; anything else is the usual one. */
export function readSpread(search: Pick<URLSearchParams, 'get'>): Spread {
  return spreads.find((spread) => `${spread}` === search.get('spread')) ?? defaultSpread;
}
