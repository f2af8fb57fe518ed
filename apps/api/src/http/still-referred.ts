/** True for the error of a row that another one refers to: the driver's error is the cause of drizzle's. */
export function isStillReferred(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  // PostgreSQL 18 tells a restricting key from one that is checked later: 23001 beside 23503.
  return (
    typeof cause === 'object' &&
    cause !== null &&
    'code' in cause &&
    /^2(?:3503|3001)$/.test(String(cause.code))
  );
}
