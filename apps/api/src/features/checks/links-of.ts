import type { CheckFacts } from './check-facts.ts';

/** The addresses among the evidence of the cells that count, each once, in the order of the cells. */
export function linksOf({ cells }: Pick<CheckFacts, 'cells'>): ReadonlySet<string> {
  return new Set(cells.flatMap(({ evidence }) => evidence.flatMap(({ url }) => url ?? [])));
}
