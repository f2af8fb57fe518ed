export type Rgb = readonly [red: number, green: number, blue: number];

/** What `currentColor` is on paper. */
export const INK = '#1f2328';

/** `#rgb`, `#rrggbb` or `currentColor`; null for `none`. @throws RangeError for any other */
export function colourOf(text: string): Rgb | null {
  if (text === 'none') return null;
  const hex = (text === 'currentColor' ? INK : text).replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3');
  if (!/^#[\da-f]{6}$/i.test(hex)) throw new RangeError(`A picture has no colour ${text}.`);
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  return [part(1), part(3), part(5)];
}
