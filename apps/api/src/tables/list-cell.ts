/** Between the entries of a cell that holds several: `county|department`. */
const SEPARATOR = '|';

export const writeList = (entries: readonly (string | number)[]): string => entries.join(SEPARATOR);

/** The entries of a cell without blanks around them; the wide bar of Chinese keyboards counts too. */
export function readList(cell: string): string[] {
  const text = cell.normalize('NFKC').trim();
  return text === '' ? [] : text.split(SEPARATOR).map((entry) => entry.trim());
}
