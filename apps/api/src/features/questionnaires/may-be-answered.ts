/** Far longer than another instance goes on with what it has read of a survey. */
const graceMs = 60_000;

/**
 * Whether somebody may be answering the present questionnaire. Then its answers, which other instances may take for a
 * moment longer, must not be read as those of another one: it is kept as a version even where nobody has answered.
 */
export function mayBeAnswered(
  { opensAt, closesAt }: { readonly opensAt: Date; readonly closesAt: Date },
  now: Date,
): boolean {
  const time = now.getTime();
  return time >= opensAt.getTime() - graceMs && time <= closesAt.getTime() + graceMs;
}
