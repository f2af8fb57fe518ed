/** The moment of a save that the server did not tell. */
export const savedNow = (): Date => new Date();
