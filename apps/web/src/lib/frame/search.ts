/** Something that the search of the top bar leads to. */
export interface SearchEntry {
  readonly label: string;
  /** Code or kind, also searched: `A1-2`. */
  readonly detail: string;
  readonly href: string;
}

const most = 8;

/**
 * The entries that contain every word of `query` in label or detail: those whose label begins with
 * it first, at most eight.
 */
export function findEntries(entries: readonly SearchEntry[], query: string): SearchEntry[] {
  const words = query.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const [first] = words;
  if (first === undefined) return [];
  return entries
    .map((entry) => ({ entry, text: `${entry.label} ${entry.detail}`.toLowerCase() }))
    .filter(({ text }) => words.every((word) => text.includes(word)))
    .sort((a, b) => Number(b.text.startsWith(first)) - Number(a.text.startsWith(first)))
    .slice(0, most)
    .map(({ entry }) => entry);
}
