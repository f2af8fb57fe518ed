export interface ListFilterState {
  readonly by: 'unit' | 'indicator';
  /** Words that must all occur in name or code. */
  readonly query: string;
  /** `county` or `department`; empty for both. */
  readonly kind: string;
  /** Code of a family; empty for all. */
  readonly family: string;
}

/** The filter as the address has it. */
export function readFilter(parameters: Pick<URLSearchParams, 'get'>): ListFilterState {
  return {
    by: parameters.get('by') === 'indicator' ? 'indicator' : 'unit',
    query: parameters.get('q') ?? '',
    kind: parameters.get('kind') ?? '',
    family: parameters.get('family') ?? '',
  };
}

/** The address of the other direction; filters of the one do not fit the other. */
export function tabHref(url: Pick<URL, 'pathname'>, by: ListFilterState['by']): string {
  return by === 'unit' ? url.pathname : `${url.pathname}?by=indicator`;
}

/** Whether every word of the query occurs in the text. */
export function matches(query: string, text: string): boolean {
  const place = text.toLowerCase();
  return query
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .every((word) => place.includes(word));
}
