/** 0.29 × 100 is 28.999… in binary: the nearest double of the decimal that was meant. */
export function percentOf(share: number): number {
  return Number(`${share}e2`);
}

/** The share that a percentage typed as a decimal means. */
export function shareOf(percent: number): number {
  return Number(`${percent}e-2`);
}
