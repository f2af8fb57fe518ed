const MARKUP: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text inside an element or an attribute in double quotes. */
export const escapeXml = (text: string): string =>
  /[&<>"]/.test(text) ? text.replaceAll(/[&<>"]/g, (found) => MARKUP[found] ?? found) : text;

/**
 * What a workbook writes as `_xHHHH_` (ECMA-376, ST_Xstring): characters that XML cannot hold, halves of characters, and
 * the stroke before what would be read as such a code.
 */
const NEEDS_CODE = /[^\P{Cc}\t\n]|\p{Cs}|[\uFFFE\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)/gu;

const codeOf = (character: string): string =>
  `_x${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}_`;

/** The content of a `t` element that is read back as this text. */
export const escapeCellText = (text: string): string => escapeXml(text.replaceAll(NEEDS_CODE, codeOf));
