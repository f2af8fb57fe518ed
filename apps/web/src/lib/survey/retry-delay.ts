const seconds = [3, 8, 20, 60] as const;

/** Milliseconds to wait before the next attempt to send: soon at first, then once a minute. */
export function retryDelay(attempts: number): number {
  return 1000 * (seconds[Math.max(0, attempts - 1)] ?? 60);
}
