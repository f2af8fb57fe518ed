import type { HeldFilter } from './held-filter.ts';

/** The filter and the page as a query, and nothing else: however often one decides, the address stays as long. */
export function filterQuery(filter: HeldFilter, page: number): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value !== undefined) query.set(name, value);
  if (page > 1) query.set('page', String(page));
  return query.toString();
}
