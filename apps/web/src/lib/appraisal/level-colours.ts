/**
 * Fills of an ordered scale of `count` levels from the best: ink fading to the middle, then ochre
 * growing. Two hues that people who do not see red and green tell apart; the order says it too.
 */
export function levelColours(count: number): string[] {
  const middle = (count - 1) / 2;
  return Array.from({ length: count }, (_, index) => {
    const distance = middle === 0 ? 0 : Math.abs(index - middle) / middle;
    const hue = index <= middle ? 'var(--ink)' : 'var(--ochre)';
    return `color-mix(in srgb, ${hue} ${Math.floor(90 * distance)}%, var(--sunken))`;
  });
}
