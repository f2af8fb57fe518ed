/** A cell that no spreadsheet takes for a formula: `'` stands before what looks like one. */
export const unformula = (text: string): string =>
  /^[=+\-@\t\r]/.test(text) && !/^-?\d/.test(text) ? `'${text}` : text;
