const minutes = [1, 5, 15, 60, 240, 720, 1440] as const;

/**
 * How long to wait after so many attempts, in milliseconds: a minute first, a day in the end, some two days together.
 * @returns null where there is nothing left to try
 */
export function retryAfterMs(attempts: number): number | null {
  const pause = minutes[attempts - 1];
  return pause === undefined ? null : pause * 60_000;
}
