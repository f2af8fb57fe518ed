const LONGEST_SHOWN = 60;

/** A text from a file as it may stand in a sentence: a name of a million letters is cut. */
export const shownText = (text: string): string =>
  text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
