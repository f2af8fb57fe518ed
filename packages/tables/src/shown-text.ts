const LONGEST_SHOWN = 60;

/** A text from a file as it may stand in a sentence: on one line, and a header of a million letters is cut. */
export const shownText = (text: string): string => {
  const line = text
    .slice(0, LONGEST_SHOWN * 4)
    .replaceAll(/\s+/gu, ' ')
    .trim();
  return line.length > LONGEST_SHOWN ? `${line.slice(0, LONGEST_SHOWN)}…` : line;
};
