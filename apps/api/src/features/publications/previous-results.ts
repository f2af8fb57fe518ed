import type { Database } from '@gongping/db';
import type { PreviousResults } from '../results/ranking-view.ts';
import { listTotalsOfYear } from './publication.repository.ts';

/** Each unit's published result of the year before, by its code. */
export async function previousResults(db: Database, year: number): Promise<PreviousResults> {
  const totals = await listTotalsOfYear(db, year - 1);
  return Object.fromEntries(
    totals.map(({ unit, rank, score }) => [unit, { year: year - 1, rank, total: score }]),
  );
}
