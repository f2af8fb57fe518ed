import type { Database } from '@gongping/db';
import { Recent } from '../../http/recent.ts';
import type { PreviousResults } from '../results/ranking-view.ts';
import { findNewestOfYear, listAppraisals, listTotals } from './publication.repository.ts';

/** Publications never change: what was read of one is good for ever. */
export type PublishedTotals = Recent<PreviousResults>;

export const keepPublishedTotals = (): PublishedTotals => new Recent(10);

/** Each unit's published result of the year before, by its code. @param kept what was read before */
export async function previousResults(
  db: Database,
  year: number,
  kept: PublishedTotals,
): Promise<PreviousResults> {
  const id = await findNewestOfYear(db, year - 1);
  if (id === undefined) return {};
  const known = kept.get(id);
  if (known) return known;
  const totals = await listTotals(db, id);
  const results = Object.fromEntries(
    totals.map(({ unit, rank, score }) => [unit, { year: year - 1, rank, total: score }]),
  );
  kept.set(id, results);
  return results;
}

/** The appraisals published for the year before, with the round that they are of; undefined where there are none. */
export async function previousAppraisals(db: Database, year: number) {
  const id = await findNewestOfYear(db, year - 1);
  return id === undefined ? undefined : listAppraisals(db, id);
}
