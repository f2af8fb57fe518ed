/** Whether a published text and one that was computed again agree. */
export type Agree = (published: string, expected: string) => boolean;

export const exactly: Agree = (published, expected) => published === expected;

/**
 * Powers and logarithms may differ in the last digit between processors and browsers, so that a geometric mean is not
 * compared to the last of its seventeen.
 */
export const nearly: Agree = (published, expected) => {
  if (published === expected) return true;
  if (published === '' || expected === '') return false;
  const [a, b] = [Number(published), Number(expected)];
  return Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(b));
};
