/** Longer than any name: what follows only costs time. */
const LONGEST = 200;

/**
 * What two names have in common that a person would call the same: blanks around them, the width of brackets and
 * digits (（ and (), and the case of Latin letters do not count.
 */
export const nameKey = (name: string): string =>
  name.slice(0, LONGEST).normalize('NFKC').trim().toLowerCase();
